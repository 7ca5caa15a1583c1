// Lets TypeScript outside the package import from it by its name, whether or not it is installed there.
let root = '';
let ending = '';
/** Folders, and single files: what lies there is a module, whatever the nearest package.json says. */
const homes = [];

export function initialize(data) {
  ({ root, ending } = data);
  homes.push(data.home);
}

export async function resolve(specifier, context, next) {
  if (specifier === 'iam-range' || specifier === 'iam-range/authoring' || specifier === '#range') {
    const door = specifier === 'iam-range' ? 'index' : 'authoring';
    return next(`${root}src/${door}${ending}`, context);
  }
  if (/^iam-range\/(apps-sim|scenarios)\//.test(specifier)) {
    return next(`${root}${specifier.slice('iam-range/'.length).replace(/\.[jt]s$/, '')}${ending}`, context);
  }
  const resolved = await next(specifier, context);
  return homes.some(home => resolved.url.startsWith(home)) ? { ...resolved, format: 'module' } : resolved;
}
