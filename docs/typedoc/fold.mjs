/** Letters without Vietnamese marks, so that `cong dan`, `công dân` and `CÔNG DÂN` are one word to a search. */
export const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
