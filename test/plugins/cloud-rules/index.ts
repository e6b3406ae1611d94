import { AZURE_NEAR_RULES, AZURE_RULES } from './azure';
import { DIGITALOCEAN_NEAR_RULES, DIGITALOCEAN_RULES } from './digitalocean';
import { GOOGLECOMPUTE_NEAR_RULES, GOOGLECOMPUTE_RULES } from './googlecompute';
import { HCLOUD_NEAR_RULES, HCLOUD_RULES } from './hcloud';
import { OPENSTACK_NEAR_RULES, OPENSTACK_RULES } from './openstack';
import { ORACLE_NEAR_RULES, ORACLE_RULES } from './oracle';
import { NearRow, RuleRow } from '../rule-rows';

/** What the rules of the plugins of clouds forbid, and what is near and allowed. What the plugins say was read from their sources. */
export const CLOUD_RULES: { readonly [plugin: string]: { readonly rules: readonly RuleRow[]; readonly near: readonly NearRow[] } } = {
  azure: { rules: AZURE_RULES, near: AZURE_NEAR_RULES },
  digitalocean: { rules: DIGITALOCEAN_RULES, near: DIGITALOCEAN_NEAR_RULES },
  googlecompute: { rules: GOOGLECOMPUTE_RULES, near: GOOGLECOMPUTE_NEAR_RULES },
  hcloud: { rules: HCLOUD_RULES, near: HCLOUD_NEAR_RULES },
  openstack: { rules: OPENSTACK_RULES, near: OPENSTACK_NEAR_RULES },
  oracle: { rules: ORACLE_RULES, near: ORACLE_NEAR_RULES },
};
