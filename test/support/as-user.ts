/** Beginning of a command that runs as some user where this process is root, whom database servers refuse. */
export const asUser = (name: string): string[] => (process.getuid?.() === 0 ? ['runuser', '-u', name, '--'] : [])
