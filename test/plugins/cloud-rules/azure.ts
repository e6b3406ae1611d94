import { AZURE_ARM_NEAR_RULES, AZURE_ARM_RULES } from './azure-arm';
import { AZURE_CHROOT_NEAR_RULES, AZURE_CHROOT_RULES } from './azure-chroot';
import { AZURE_DTL_NEAR_RULES, AZURE_DTL_RULES } from './azure-dtl';
import { signingIn } from './azure-signing-in';
import { NearRow, RuleRow, ruleRows } from '../rule-rows';

const secret = { vault_name: 'v', secret_name: 's' };

export const AZURE_RULES: readonly RuleRow[] = [
  ...AZURE_ARM_RULES,
  ...AZURE_CHROOT_RULES,
  ...AZURE_DTL_RULES,
  ...signingIn('data', 'azure-keyvaultsecret', secret),
  ...ruleRows('data', 'azure-keyvaultsecret', [
    ['at least one of vault_name', { ...secret, vault_name: '' }, "a 'vault_name' must be specified", secret],
    ['at least one of secret_name', { ...secret, secret_name: '' }, "a 'secret_name' must be specified", { ...secret, version: 'v' }],
  ]),
];

export const AZURE_NEAR_RULES: readonly NearRow[] = [...AZURE_ARM_NEAR_RULES, ...AZURE_CHROOT_NEAR_RULES, ...AZURE_DTL_NEAR_RULES];
