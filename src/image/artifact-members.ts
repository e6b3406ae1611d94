import { Production } from './artifact-place';
import { regionsOf } from './regions';
import { ArtifactForm } from '../language/artifact-schema';

const OF_FORM: { readonly [form in ArtifactForm]: readonly string[] } = {
  id: ['id'],
  regions: ['idIn(region)', 'idsByRegion'],
  volumes: ['volumesIn(region)', 'snapshotsIn(region)'],
  reference: ['reference'],
  run: ['id'],
  none: [],
};

/** What can be asked of an artifact, for messages. */
export function membersOf(production: Production): string {
  const { form, files, parts } = production.grammar;
  const names = [
    ...(form === 'regions' && regionsOf(production).areOne ? ['id'] : []),
    ...OF_FORM[form],
    ...Object.keys(parts).filter((part) => part !== 'id'),
    ...(files ? ['file(glob)'] : []),
  ].map((name) => `\`${name}\``);
  return names.length < 2 ? names[0] ?? 'nothing' : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
