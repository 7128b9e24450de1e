import { describe, expect, test } from 'vitest'
import { readPeople, type PersonRow, type ReadPeopleOptions, type TextSource } from '../../src/csv.js'
import { isCdhtError, parseRecord } from '../../src/index.js'

async function rowsOf(source: TextSource, options?: ReadPeopleOptions): Promise<PersonRow[]> {
  const rows: PersonRow[] = []
  for await (const row of readPeople(source, options)) rows.push(row)
  return rows
}
const recordsOf = async (source: TextSource) => (await rowsOf(source)).map((row) => ('record' in row ? row.record : row.issues))
async function failureOf(source: TextSource) {
  try {
    await rowsOf(source)
  } catch (error) {
    if (isCdhtError(error)) return error
    throw error
  }
  throw new Error('the file was read')
}

describe('the form of the file', () => {
  const expected = [
    { id: 'P1', group: 'farmer', units: { residence: 'X01' } },
    { id: 'P2', group: 'worker' },
  ]
  test.each([
    ['commas, LF', 'id,group,residence\nP1,farmer,X01\nP2,worker,\n'],
    ['semicolons, CRLF', 'id;group;residence\r\nP1;farmer;X01\r\nP2;worker;\r\n'],
    ['semicolons after blank lines', '\n\nid;group;residence\nP1;farmer;X01\nP2;worker;\n'],
    ['tabs, no line end at the end', 'id\tgroup\tresidence\nP1\tfarmer\tX01\nP2\tworker\t'],
    ['a byte order mark', '\uFEFFid,group,residence\nP1,farmer,X01\nP2,worker,\n'],
    ['quotes', '"id","group","residence"\n"P1","farmer","X01"\n"P2","worker",""\n'],
    ['lone carriage returns', 'id,group,residence\rP1,farmer,X01\rP2,worker,\r'],
    ['rows without text', '\n,,\nid,group,residence\n\nP1,farmer,X01\n,,\nP2,worker,\n  \n'],
    ['rows shorter than the headings', 'id,group,residence\nP1,farmer,X01\nP2,worker\n'],
    ['a semicolon inside a quoted heading', 'id,group,residence,"a;b;c;d;e;f"\nP1,farmer,X01,\nP2,worker,,\n'],
  ])('%s', async (_, text) => {
    expect(await recordsOf(text)).toEqual(expected)
    expect(await recordsOf([new TextEncoder().encode(text)])).toEqual(expected)
  })

  test('bytes cut anywhere, inside letters and line ends too', async () => {
    const bytes = new TextEncoder().encode('\uFEFFMã,Nhóm,Nơi ở\r\nP1,Nông dân,"Xã Đoàn\r\nKết"\r\n')
    const single = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1))
    expect(await recordsOf(single)).toEqual([{ id: 'P1', group: 'farmer', units: { residence: 'Xã Đoàn Kết' } }])
  })

  test('a row has at most a million characters: more is a quote that is never closed', async () => {
    const head = 'id,group,residence\nP1,farmer,X01\n'
    const failure = await failureOf(`${head}P2,farmer,"${'a,b\n'.repeat(250_001)}`)
    expect(failure.issues).toEqual([{ code: 'broken_quotes', path: [], severity: 'error', line: 3 }])
    const long = 'a'.repeat(999_000)
    expect(await recordsOf(`${head}P2,farmer,"${long}"\n`)).toEqual([
      { id: 'P1', group: 'farmer', units: { residence: 'X01' } },
      { id: 'P2', group: 'farmer', units: { residence: long } },
    ])
  })

  test('line numbers count the lines of quoted cells and blank lines', async () => {
    const rows = await rowsOf('id,group,residence\r\nP1,farmer,"a\r\nb\r\nc"\r\n\r\nP2,farmer,X\r\n')
    expect(rows.map(({ line }) => line)).toEqual([2, 6])
  })

  test.each([
    ['nothing', '', 'no_headings'],
    ['only blank lines', '\n\n', 'no_headings'],
    ['no id', 'group,residence\nfarmer,X01\n', 'missing_heading'],
    ['no headings at all', 'P1,farmer\nP2,farmer\n', 'missing_heading'],
    ['a column twice', 'id,Mã,group\nP1,P1,farmer\n', 'repeated_heading'],
    [
      'a fact twice, by id and by label',
      'id,group,booksRead,"Số sách, tài liệu dài đã đọc hoặc nghe trọn"\n',
      'repeated_heading',
    ],
    ['a quote never closed', 'id,group\nP1,farmer\n"P2,farmer\n', 'broken_quotes'],
  ])('%s makes the file unusable', async (_, text, code) => {
    const error = await failureOf(text)
    expect(error.code).toBe('record')
    expect(error.issues[0].code).toBe(code)
  })

  test('a quote out of place is told by the line of its row', async () => {
    const error = await failureOf('id,group\nP1,"far\nmer"\n\nP2,"far"mer\nP3,farmer\n')
    expect(error.issues).toEqual([{ code: 'broken_quotes', path: [], severity: 'error', line: 5 }])
  })

  test('another encoding is refused, not garbled', async () => {
    const windows1258 = Uint8Array.from([...'id,group\nP1,n'].map((c) => c.charCodeAt(0)).concat([0xf4, 0x6e, 0x67]))
    expect((await failureOf([windows1258])).issues[0].code).toBe('not_utf8')
  })

  test('a file without headings gives none of its values away', async () => {
    const error = await failureOf('012345678901,Trần Thị Bí Mật,farmer\n')
    expect(JSON.stringify([error.issues, error.message])).not.toMatch(/Bí Mật|0123/)
  })
})

describe('headings', () => {
  test.each([
    'Mã,Nhóm,Năm sinh,Mức độ thường xuyên đọc; nghe',
    'MÃ SỐ,nhóm đối tượng,ngày sinh,x',
    'ma,nhom,nam sinh,x',
    'id,group,birth,x',
    '  Mã ,Nhóm\u00a0  đối   tượng,"Năm\nsinh",x',
    'Mã,Nhóm,Năm sinh,x'.normalize('NFD'),
  ])('%j', async (head) => {
    expect(await recordsOf(`${head}\nP1,Nông dân,1970,\n`)).toEqual([{ id: 'P1', group: 'farmer', birth: '1970' }])
  })

  test('columns of facts, scores and attesters', async () => {
    const text = `id;group;booksRead;Số góp ý, đề xuất được tiếp thu;score:reading;Điểm: Hợp tác;attested:booksRead;Người xác nhận: số góp ý, đề xuất được tiếp thu
P1;farmer;3;-;7,5;;Chi hội;log\n`
    const [row] = await rowsOf(text)
    expect(row).toMatchObject({
      line: 2,
      record: {
        evidence: { booksRead: 3, opinionsAdopted: 0 },
        scores: { reading: 7.5 },
        attested: { booksRead: 'branch', opinionsAdopted: 'log' },
      },
    })
  })

  test('what is not known is ignored and said, a derived fact among it', async () => {
    const heard: unknown[] = []
    const options = { onHeadings: (headings: unknown) => heard.push(headings) }
    const rows = await rowsOf('id,Ghi chú,group,digitalLevel,\nP1,x,farmer,4,\n', options)
    expect(rows).toEqual([{ line: 2, record: { id: 'P1', group: 'farmer' } }])
    expect(heard).toEqual([{ read: ['id', 'group'], ignored: ['Ghi chú', 'digitalLevel'] }])
  })
})

describe('fields of the record', () => {
  test('every field', async () => {
    const text = `id,group,birth,residence,workplace,unitLevel,memberships,disadvantagedArea,registered,recordedOn
P1,cong chuc,1970-05,X01,DV1,Xã,Gia đình học tập; learning-clan,có,chưa,2025-12-01
P2,Viên chức,,X01,-,-,-,không,x,
P3,other,,,,,,?,?,\n`
    expect(await recordsOf(text)).toEqual([
      {
        id: 'P1',
        group: 'civil-servant',
        birth: '1970-05',
        units: { residence: 'X01', workplace: 'DV1' },
        unitLevel: 'commune',
        memberships: ['learning-family', 'learning-clan'],
        disadvantagedArea: true,
        registered: false,
        recordedOn: '2025-12-01',
      },
      {
        id: 'P2',
        group: 'public-employee',
        units: { residence: 'X01' },
        memberships: [],
        disadvantagedArea: false,
        registered: true,
      },
      { id: 'P3', group: 'general', disadvantagedArea: null },
    ])
  })

  test('blank is not known, and `?` too; neither is "none"', async () => {
    const [row] = await rowsOf('id,group,booksRead,informationSources,learningActivities\nP1,farmer,,?, \n')
    expect(row).toEqual({ line: 2, record: { id: 'P1', group: 'farmer' } })
  })

  test.each([
    ['id,group\n,farmer\n', 'missing', 'id'],
    ['id,group\nP1,\n', 'missing', 'group'],
    ['id,group\nP1,?\n', 'missing', 'group'],
    ['id,group\nP1,nông gia\n', 'unknown_group', 'group'],
    ['id,group,birth\nP1,farmer,17/13/1970\n', 'impossible_day', 'birth'],
    ['id,group,birth\nP1,farmer,17/05/70\n', 'two_digit_year', 'birth'],
    ['id,group,birth\nP1,farmer,#N/A\n', 'error_cell', 'birth'],
    ['id,group\n"3,71E+10",farmer\n', 'digits_lost', 'id'],
    ['id,group,recordedOn\nP1,farmer,2025-12\n', 'impossible_day', 'recordedOn'],
    ['id,group,unitLevel\nP1,farmer,ấp\n', 'unknown_code', 'unitLevel'],
    ['id,group,memberships\nP1,farmer,"{""learning-clan"":true}"\n', 'wrong_type', 'memberships'],
    ['id,group,registered\nP1,farmer,có thể\n', 'wrong_type', 'registered'],
  ])('%j: %s', async (text, code, column) => {
    const [row] = await rowsOf(text)
    expect(row).toMatchObject({ line: 2, issues: [{ code, path: [column] }] })
  })
})

test('all mistakes of a row are told, and the rows around it are read', async () => {
  const rows = await rowsOf('id,group,booksRead,readingFrequency\nP1,farmer,1,2\nP2,farmer,"1,5",9\nP3,farmer,2,3\n')
  expect(rows.map((row) => 'record' in row)).toEqual([true, false, true])
  expect(rows[1]).toMatchObject({ line: 3, id: 'P2', group: 'farmer', issues: [{ code: 'not_whole' }, { code: 'out_of_range' }] })
})

test('a row with more cells than headings is rejected, even when the last is blank', async () => {
  const rows = await rowsOf('id,group,residence\nP1,farmer,Xã A, huyện B\nP2,farmer,X,\n')
  expect(rows).toEqual([
    { line: 2, issues: [{ code: 'more_cells_than_headings', path: [], severity: 'error', cells: 4, headings: 3 }] },
    { line: 3, issues: [{ code: 'more_cells_than_headings', path: [], severity: 'error', cells: 4, headings: 3 }] },
  ])
})

test('an id that may lack its first zeros is told, and the row is read', async () => {
  const rows = await rowsOf(
    'Mã số,group\n37070000001,farmer\n1070000001,farmer\n037070000001,farmer\n123456789,farmer\nP1234567890,farmer\n',
  )
  expect(rows.map((row) => ('record' in row ? (row.warnings ?? []) : 'rejected'))).toEqual([
    [{ code: 'zeros_lost', path: ['Mã số'], severity: 'warning' }],
    [{ code: 'zeros_lost', path: ['Mã số'], severity: 'warning' }],
    [],
    [],
    [],
  ])
})

test('nobody is counted twice: a repeated id is rejected, whatever its spaces and composition', async () => {
  const rows = await rowsOf(`Mã,group\nĐ1,farmer\n${'Đ1'.normalize('NFD')},worker\n Đ1 ,farmer\nĐ2,farmer\n`)
  expect(rows.map((row) => ('record' in row ? row.record.id : row.issues[0]))).toEqual([
    'Đ1',
    { code: 'repeated_id', path: ['Mã'], severity: 'error', firstLine: 2 },
    { code: 'repeated_id', path: ['Mã'], severity: 'error', firstLine: 2 },
    'Đ2',
  ])
})

test('every record read is a well-formed record', async () => {
  const text = `id,group,learningActivities,certificates,digitalActivities,score:reading,attested:booksRead
P1,farmer,course|digital|2025;|,it-basic||2015,"{""cc-email"":true}",9.5,self
P2,learner,-,-,-,,\n`
  for (const record of await recordsOf(text)) expect(parseRecord(record)).toEqual(record)
})

test('reading stops, and lets go of its source, when the caller has seen enough', async () => {
  let isClosed = false
  async function* endless() {
    try {
      yield 'id,group\n'
      for (let i = 0; ; i++) yield `P${i},farmer\n`
    } finally {
      isClosed = true
    }
  }
  for await (const row of readPeople(endless())) if (row.line > 50) break
  await new Promise((resolve) => setImmediate(resolve))
  expect(isClosed).toBe(true)
})
