import { LibraryFacts } from '../../library/library-facts';
import { FieldFacts } from '../facts';

const SDK = 'github.com/hashicorp/packer-plugin-sdk/';

/**
 * The options of the structs of Packer's plugin SDK that plugins use as they are, and whose sources are not among a plugin's own. Their
 * facts are known from components that have them.
 */
export function sdkSpec(path: string, struct: string): FieldFacts[] | undefined {
  switch (`${path}.${struct}`) {
    case `${SDK}template/config.FlatKeyValue`: return pair('key');
    case `${SDK}template/config.FlatNameValue`: return pair('name');
    case `${SDK}communicator.FlatConfig`: return componentOf('docker', 'builder docker').filter(({ declaredIn }) => declaredIn?.startsWith('communicator.'));
    case `${SDK}shell-local.FlatConfig`: return componentOf('packer', 'provisioner shell-local');
    default: return undefined;
  }
}

function pair(key: string): FieldFacts[] {
  return [key, 'value'].map((name) => ({ name, type: 'string', declaredIn: `config.${key === 'key' ? 'KeyValue' : 'NameValue'}` }));
}

function componentOf(plugin: string, component: string): FieldFacts[] {
  const { components } = new LibraryFacts().all().find((facts) => facts.plugin === plugin)!;
  return components.find(({ kind, type }) => `${kind} ${type}` === component)!.fields;
}
