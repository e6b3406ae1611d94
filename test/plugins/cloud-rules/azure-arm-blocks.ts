import { RuleRow, ruleRows } from '../rule-rows';

const machine = { communicator: 'ssh', ssh_username: 'u', os_type: 'Linux', location: 'westeurope' };
const market = { image_publisher: 'p', image_offer: 'o', image_sku: 's' };
const managed = { managed_image_name: 'i', managed_image_resource_group_name: 'g' };
const valid = { ...machine, ...market, ...managed };
const gallery = { gallery_name: 'g', resource_group: 'r', image_name: 'i', image_version: '1.0.0' };

const from = (source: object) => ({ ...machine, ...managed, shared_image_gallery: source });
const into = (changes: object) => ({ ...machine, ...market, shared_image_gallery_destination: { ...gallery, ...changes } });
const shared = { subscription: 's', resource_group: 'r', gallery_name: 'g', image_name: 'i' };
const plan = { plan_name: 'n', plan_product: 'p', plan_publisher: 'p' };
const PLAN = 'if either plan_name, plan_product, plan_publisher, or plan_promotion_code are defined';

/** Of the blocks of the builder. */
export const AZURE_ARM_BLOCK_RULES: readonly RuleRow[] = ruleRows('source', 'azure-arm', [
  ...['plan_product', 'plan_publisher', 'plan_promotion_code'].map((name) => [
    `plan_info: at least one of plan_name when ${name}`, { ...valid, plan_info: { ...plan, plan_name: '', [name]: 'x' } }, PLAN, { ...valid, plan_info: { ...plan, [name]: 'x' } },
  ] as const),
  ['plan_info: at least one of plan_product when plan_name', { ...valid, plan_info: { ...plan, plan_product: '' } }, PLAN, { ...valid, plan_info: plan }],
  ['plan_info: at least one of plan_publisher when plan_name', { ...valid, plan_info: { ...plan, plan_publisher: '' } }, PLAN, { ...valid, plan_info: plan }],
  ...['subscription', 'resource_group', 'image_name'].map((name) => [
    `shared_image_gallery: at least one of ${name} when gallery_name`, from({ ...shared, [name]: '' }), `A shared_image_gallery.${name} must be specified`, from(shared),
  ] as const),
  [
    'shared_image_gallery: at most one of id, gallery_name, community_gallery_image_id, direct_shared_gallery_image_id',
    from({ community_gallery_image_id: 'c', direct_shared_gallery_image_id: 'd' }),
    'Cannot specify both community gallery and direct shared gallery as a source',
    from({ community_gallery_image_id: 'c' }),
    from({ direct_shared_gallery_image_id: 'd' }),
  ],
  ['shared_image_gallery: none of subscription, resource_group, image_name, image_version when id', from({ id: 'i', image_version: '1.0.0' }), 'When setting shared_image_gallery.id', from({
    id: 'i',
  })],
  ...['resource_group', 'image_name', 'image_version'].map((name) => [
    `shared_image_gallery_destination: at least one of ${name} when gallery_name`, into({ [name]: '' }), `${name} must be specified for shared_image_gallery_destination`, into({}),
  ] as const),
  [
    'shared_image_gallery_destination: at most one of replication_regions, target_region when gallery_name',
    into({ replication_regions: ['westeurope'], target_region: [{ name: 'westeurope' }] }),
    '`replicated_regions` can not be defined alongside `target_region`',
    into({ target_region: [{ name: 'westeurope' }, { name: 'northeurope', replicas: 2 }] }),
  ],
  [
    'shared_image_gallery_destination: values of storage_account_type',
    into({ storage_account_type: 'StandardSSD_LRS' }),
    'not an accepted value for shared_image_gallery_destination.storage_account_type',
    into({ storage_account_type: 'Standard_ZRS' }),
  ],
  ['spot: at least one of eviction_policy when max_price', { ...valid, spot: { max_price: 0.4 } }, 'Setting a spot.max_price without an spot.eviction_policy is invalid', {
    ...valid, spot: { eviction_policy: 'Delete', max_price: -1 },
  }],
  ['spot: values of eviction_policy', { ...valid, spot: { eviction_policy: 'delete' } }, 'The spot.eviction_policy "delete" is invalid', {
    ...valid, spot: { eviction_policy: 'Deallocate' },
  }],
]);
