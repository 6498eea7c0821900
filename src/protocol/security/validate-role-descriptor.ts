import { duplicatePrivilege, RESERVED_ROLE_METADATA } from '../../errors/role-descriptor-errors.js';
import { clusterPrivilegeProblem, indexPrivilegeProblem } from './privilege-names.js';
import type { RoleDescriptor } from './role-descriptor.js';

/** What is wrong with a role descriptor that could be read. ES: `RoleDescriptorRequestValidator.validate`. */
export function roleDescriptorProblems({ cluster, indices, metadata }: RoleDescriptor): string[] {
  const problems = [
    ...cluster.map(clusterPrivilegeProblem),
    ...indices.map(({ privileges }) => indexPrivilegesProblem(privileges)),
    Object.keys(metadata).some((key) => key.startsWith('_')) ? RESERVED_ROLE_METADATA : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

/** The first problem of an entry: there the check of an entry ends. */
function indexPrivilegesProblem(privileges: readonly string[]): string | undefined {
  const twice = privileges.find((name, at) => privileges.indexOf(name) < at);
  if (twice !== undefined) return duplicatePrivilege(twice);
  return privileges.map(indexPrivilegeProblem).find((problem) => problem !== undefined);
}
