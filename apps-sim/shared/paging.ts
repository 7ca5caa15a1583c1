export { hasNextPage } from '#range';
