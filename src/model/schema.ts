/**
 * Makes a schema in one call that bundlers may drop when nobody uses the schema; a chain of zod calls at the top of a file
 * they would have to keep.
 */
export const schema = <T>(make: () => T): T => make()
