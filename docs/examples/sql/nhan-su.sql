-- VÍ DỤ: bảng nhân sự thường gặp, dữ liệu bịa ra. Chạy được trong PostgreSQL và DuckDB.
-- EXAMPLE: tables of a usual HR database, all rows made up. Runs in PostgreSQL and DuckDB.
CREATE TABLE nhan_su (
  ma_nv          varchar(20) PRIMARY KEY,
  ngach          varchar(10),   -- CC công chức, VC viên chức, LD lao động hợp đồng
  ngay_sinh      date,
  ma_don_vi      varchar(20),
  vung_kho_khan  boolean,
  ngoai_ngu      varchar(10),   -- A1, A2, B1, B2, C1, C2; KHONG: không có
  ke_hoach_hoc   varchar(10),   -- DK đã đăng ký, VB có văn bản
  hoan_thanh_bd  boolean,
  sang_kien      integer
);

-- Có ngày, không có số giờ. / With days, without hours.
CREATE TABLE dao_tao (
  ma_nv      varchar(20) NOT NULL,
  loai       varchar(10),       -- BD bồi dưỡng, TT trực tuyến, HN hội nghị, BC bằng cấp
  linh_vuc   varchar(20),
  tu_ngay    date,
  den_ngay   date,
  co_chung_nhan boolean
);

CREATE TABLE van_bang (
  ma_nv      varchar(20) NOT NULL,
  loai       varchar(20),       -- CNTT-CB, CNTT-NC: ứng dụng CNTT cơ bản, nâng cao
  ngay_cap   date
);

INSERT INTO nhan_su VALUES
  ('NV001', 'VC', '1980-03-14', 'TH01', false, 'B1', 'VB', true, 1),
  ('NV002', 'VC', '1992-11-02', 'TH01', false, 'KHONG', 'DK', true, 0),
  ('NV003', 'VC', '1975-07-30', 'TH02', NULL, NULL, NULL, NULL, NULL),
  ('NV004', 'CC', '1988-01-09', 'UB01', true, 'B2', 'VB', true, 2);

INSERT INTO dao_tao VALUES
  ('NV001', 'BD', 'CHUYEN MON', '2025-06-02', '2025-06-06', true),
  ('NV001', 'TT', 'SO', '2025-09-15', NULL, false),
  ('NV002', 'HN', NULL, '2024-12-20', '2024-12-21', NULL),
  ('NV002', 'BD', 'CHUYEN MON', '2026-01-05', '2026-01-09', NULL);

INSERT INTO van_bang VALUES
  ('NV001', 'CNTT-CB', '2016-05-20'),
  ('NV002', 'KHAC', '2019-08-01');
