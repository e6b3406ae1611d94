import { BlockSchema, option, OptionFacts, OptionSchema } from './component-schema';

/** A row of a table of the language itself, whose values are no Go templates. */
export function argument(name: string, facts: OptionFacts = {}): OptionSchema {
  return option(name, { type: 'any', goTemplate: 'none', ...facts });
}

/** What Packer itself reads in the body of every provisioner. */
export const PROVISIONER_ARGUMENTS: BlockSchema = {
  options: [
    argument('name', { role: 'naming' }),
    argument('pause_before', { role: 'effort', format: 'duration' }),
    argument('timeout', { role: 'effort', format: 'duration' }),
    argument('max_retries', { role: 'effort' }),
    argument('continue_on_error', { since: '1.16.0' }),
  ],
};

/** What Packer itself reads in the body of every post-processor. */
export const POST_PROCESSOR_ARGUMENTS: BlockSchema = {
  options: [
    argument('name', { role: 'naming' }),
    argument('keep_input_artifact'),
  ],
};

/** Which sources a step is for. */
export const ONLY = argument('only');
/** What differs for some sources. */
export const OVERRIDE = argument('override');
