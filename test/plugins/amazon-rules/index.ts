import { AMI } from './ami-rules';
import { CHROOT, DATA, IMPORT, INSTANCE, VOLUMES } from './component-rules';
import { RuleRow } from './rule-row';
import { ACCESS, RUN_CONFIG } from './run-rules';

export { configurationOf, type Options, type RuleRow } from './rule-row';

/** Every rule of `schema/overlay/amazon.json`, as the plugin sees it. */
export const AMAZON_RULES: readonly RuleRow[] = [
  ...ACCESS, ...RUN_CONFIG, ...AMI, ...CHROOT, ...VOLUMES, ...INSTANCE, ...IMPORT, ...DATA,
];
