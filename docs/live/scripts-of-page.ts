/** The scripts that the page loads beside its own. */
const allowed = ['file-worker.js', 'service-worker.js'] as const
type Script = (typeof allowed)[number]

interface Policy {
  createScriptURL(url: string): string
}
declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy }
  }
}

/** Under Trusted Types an address of a script has to come from a policy; this one knows these names alone. */
const policy = window.trustedTypes?.createPolicy('live', {
  createScriptURL: (url) => {
    if (!allowed.some((name) => name === url)) throw new TypeError('no script of this page')
    return url
  },
})

/** The address of a script beside the page, as workers take it. */
export const scriptUrl = (name: Script): string => policy?.createScriptURL(name) ?? name
