import { findPart } from '../../src/image/artifact-part';
import { ARTIFACT_FACTS } from '../../src/plugins/artifact-facts';

const AZURE = '/subscriptions/s1/resourceGroups/images/providers/Microsoft.Compute';
const LOWER = AZURE.toLowerCase();
const GALLERY = 'galleries/golden/images/web/versions/1.0.0';

/** Ids as `Artifact.Id()` of the plugins makes them, with the case of the facts that holds for them. */
const IDS: ReadonlyArray<readonly [component: string, option: string | undefined, id: string, parts: { readonly [part: string]: string }]> = [
  ['source azure-arm', 'managed_image_name', `${AZURE}/images/web`, { subscription: 's1', resourceGroup: 'images', name: 'web' }],
  ['source azure-arm', 'managed_image_name', `${AZURE}/disks/pkrosa`, { subscription: 's1', resourceGroup: 'images', name: 'pkrosa' }],
  ['source azure-arm', 'shared_image_gallery_destination', `${AZURE}/${GALLERY}`, {
    subscription: 's1', resourceGroup: 'images', gallery: 'golden', name: 'web', version: '1.0.0',
  }],
  ['source azure-chroot', 'image_resource_id', `${LOWER}/images/web`, { id: `${LOWER}/images/web`, subscription: 's1', resourceGroup: 'images', name: 'web' }],
  ['source azure-chroot', 'image_resource_id', `${LOWER.replace('s1', 's2')}/${GALLERY},${LOWER}/images/web`, {
    id: `${LOWER}/images/web`, subscription: 's1', resourceGroup: 'images', name: 'web',
  }],
  ['source azure-chroot', undefined, `${LOWER}/disks/packertemp,${LOWER}/${GALLERY}`, {
    id: `${LOWER}/${GALLERY}`, subscription: 's1', resourceGroup: 'images', gallery: 'golden', name: 'web', version: '1.0.0',
  }],
  ['source azure-dtl', undefined, `${AZURE}/images/web`, { subscription: 's1', resourceGroup: 'images', name: 'web' }],
  ['source digitalocean', undefined, 'fra1:123', { id: '123', region: 'fra1' }],
  ['post-processor digitalocean-import', undefined, 'fra1,ams3:123', { id: '123', region: 'fra1' }],
  ['source googlecompute', undefined, 'web-1', { name: 'web-1' }],
  ['source oracle-classic', undefined, '/Compute-d/u/web', { name: 'web' }],
];

test.each(IDS)('the parts of what %s (%s) leaves are found in %s', (component, option, id, parts) => {
  // GIVEN
  const facts = ARTIFACT_FACTS[component].find(({ when }) => when?.option === option);

  // WHEN
  const found = Object.entries(facts?.parts ?? {}).map(([part, expression]) => [part, findPart({ expression } as any, id)]);

  // THEN
  expect(Object.fromEntries(found)).toEqual(parts);
});
