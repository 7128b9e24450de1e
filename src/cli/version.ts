declare const __VERSION__: string

/** Version of this package, filled in when it is built. */
export const version: string = __VERSION__
