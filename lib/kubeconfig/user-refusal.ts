import { isGiven, type Mapping } from './mapping.js';

/**
 * Why client-go refuses the user of the current context, as far as its fields contradict each other. The second half
 * of a sentence that begins with the user.
 * @see https://github.com/kubernetes/client-go/blob/v0.35.0/tools/clientcmd/validation.go
 */
export function userRefusal(user: Mapping): string | undefined {
  const has = (...keys: string[]) => keys.some((key) => isGiven(user[key]));
  if (has('token', 'tokenFile') && has('username', 'password'))
    return 'has a token and a name or password: clients refuse more than one authentication method';
  if (!has('as') && (has('as-uid') || holds(user['as-groups']) || holds(user['as-user-extra'])))
    return 'asks for groups or a uid of somebody else without `as`';
  return undefined;
}

function holds(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
