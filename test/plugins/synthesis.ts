import { tableOf, typedClasses } from './every-option';
import { Configured } from './rule-rows';
import { Build, Component, DataSource, NullSource, PackerApp, PackerTemplate, PostProcessor, Provisioner, Source } from '../../src';
import { RenderedTemplate } from '../../src/language/rendering';
import { renderedTemplate } from '../../src/language/template';

const TABLES = new Map(typedClasses().map(([, typed]) => {
  const schema = tableOf(typed);
  return [`${schema.kind} ${schema.type}`, schema];
}));

/** What our own synthesis says of a configuration that the class of its type was given. */
export function problemsWith(configured: Configured): string[] {
  return synthesized(configured).problems
    .filter(({ message }) => !message.includes('says `communicator: none`'))
    .map(({ message }) => message);
}

/** A template with the configuration in it. */
export function synthesized({ component, type, configuration }: Configured): RenderedTemplate {
  const template = new PackerTemplate(new PackerApp(), 'web', { packerVersion: '>= 1.16.0' });
  const schema = TABLES.get(`${component} ${type}`);
  const isKnown = ([name]: readonly [string, unknown]) => schema!.options.some((option) => option.name === name);
  const all = Object.entries(configuration);
  const props = { type, configuration: Object.fromEntries(all.filter(isKnown)), _schema: schema };
  const local = new NullSource(template, 'local', { communicator: 'none' });
  const build = component === 'source' ? undefined : new Build(template, 'build', { sources: [local] });
  const configured: Component = component === 'source' ? new Source(template, 'x', props)
    : component === 'data' ? new DataSource(template, 'x', props)
      : component === 'provisioner' ? new Provisioner(build!, 'x', props) : new PostProcessor(build!, 'x', props);
  // The facts leave out what plugins know and no user needs.
  all.filter((entry) => !isKnown(entry)).forEach(([name, value]) => configured.addOverride(name, value));
  if (component === 'source') { new Build(template, 'build', { sources: [configured as Source] }); }
  return renderedTemplate(template);
}
