// Lets TypeScript outside the package import from it by its name, whether or not it is installed there.
let root = '';
let home = '';

export function initialize(data) {
  ({ root, home } = data);
}

export async function resolve(specifier, context, next) {
  if (specifier === 'iam-range/authoring' || specifier === '#range') {
    return next(`${root}src/authoring.ts`, context);
  }
  if (specifier.startsWith('iam-range/apps-sim/')) {
    return next(`${root}${specifier.slice('iam-range/'.length)}`, context);
  }
  const resolved = await next(specifier, context);
  return resolved.url.startsWith(home) ? { ...resolved, format: 'module' } : resolved;
}
