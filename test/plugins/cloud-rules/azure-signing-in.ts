import { ComponentKind } from '../../../src/language/component-schema';
import { Configuration, RuleRow, ruleRows, Rules } from '../rule-rows';

const NO_SET = 'No valid set of authentication values specified';
const PRINCIPAL = { client_id: 'c', subscription_id: 's' };
const WAYS: readonly Configuration[] = [
  { client_secret: 's' }, { client_cert_path: 'script.sh' }, { client_jwt: 'j' },
  { oidc_request_token: 't', oidc_request_url: 'u' }, { oidc_request_url: 'u', oidc_request_token: 't' },
];

/** The rules of the components that check how Azure is reached. `valid` says nothing of it: the managed identity is used. */
export function signingIn(component: ComponentKind, type: string, valid: Configuration): RuleRow[] {
  const rules: Rules = WAYS.flatMap((way) => {
    const [first] = Object.keys(way);
    return [
      [`at least one of client_id, use_azure_cli_auth when ${first}`, { ...valid, ...way, subscription_id: 's' }, NO_SET, { ...valid, ...way, ...PRINCIPAL }],
      [`at least one of subscription_id, use_azure_cli_auth when ${first}`, { ...valid, ...way, client_id: 'c' }, NO_SET, { ...valid, ...way, use_azure_cli_auth: true }],
    ];
  });
  return ruleRows(component, type, [
    ...rules,
    [
      'at least one of oidc_request_url, client_secret, client_cert_path, client_jwt, use_azure_cli_auth when oidc_request_token',
      { ...valid, ...PRINCIPAL, oidc_request_token: 't' },
      NO_SET,
      { ...valid, ...PRINCIPAL, oidc_request_token: 't', client_secret: 's' },
    ],
    [
      'at least one of oidc_request_token, client_secret, client_cert_path, client_jwt, use_azure_cli_auth when oidc_request_url',
      { ...valid, ...PRINCIPAL, oidc_request_url: 'u' },
      NO_SET,
      { ...valid, ...PRINCIPAL, oidc_request_url: 'u', client_jwt: 'j' },
    ],
    [
      'at least one of client_secret, client_cert_path, client_jwt, oidc_request_token, use_azure_cli_auth when tenant_id',
      { ...valid, ...PRINCIPAL, tenant_id: 't' },
      NO_SET,
      { ...valid, ...PRINCIPAL, client_secret: 's', tenant_id: 't' },
    ],
  ]);
}
