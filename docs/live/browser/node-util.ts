const { TextDecoder } = globalThis

export { TextDecoder }
