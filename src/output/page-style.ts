/** Of the page of a person: a phone first, then a wide screen, then one side of A4. Marks differ in line and word, not only in colour. */
export const pageStyle = `
:root{color-scheme:light;--ink:#1b1b1b;--line:#b9b9b9;--soft:#f4f4f2}
*{box-sizing:border-box}
body{margin:0;background:#e9e9e6;color:var(--ink);font:16px/1.45 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:anywhere}
.page{background:#fff;padding:1rem;margin:0 auto 1.5rem;max-width:64rem}
h1{font-size:1.3em;margin:0 0 .4em}
h2{font-size:1em;margin:.7em 0 .2em}
p{margin:.35em 0}
ul,ol{margin:.25em 0;padding-left:1.25em}
dl{display:flex;flex-wrap:wrap;gap:.2em 1.6em;margin:0 0 .7em}
dl div{display:flex;gap:.4em}
dd{margin:0;font-weight:600}
.result{border:2px solid var(--ink);border-left-width:.6em;padding:.4em .8em;margin:.4em 0 .8em}
.result.met{border-color:#1d6b35}.result.unmet{border-color:#9a1c1c}.result.unknown{border-color:#5a5a5a}
.answer{font-size:1.15em;font-weight:700}
.total{font-weight:600;white-space:nowrap}
.result ul{list-style:none;padding:0}
.mark{display:inline-block;font-size:.78em;line-height:1.3;padding:0 .35em;border-radius:.25em;border:1px solid;white-space:nowrap}
.mark.proposed{border:1.5px dashed #8a4b00;color:#7a4200;background:#fff6e8}
.mark.single-source{border:1.5px dotted #5b4a8a;color:#463673;background:#f6f3ff}
.mark.standard{border:1px double #2f5d78;color:#24506a;background:#eef7fc}
.mark.official{border:1.5px solid #14532d;color:#fff;background:#1d6b35;font-weight:600}
.verdict{font-weight:700;white-space:nowrap}
.verdict.met{color:#1d6b35}.verdict.unmet{color:#9a1c1c}.verdict.unknown{color:#5a5a5a}
.cite{font-size:.72em;line-height:0}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:700;padding:.3em 0}
th,td{text-align:left;vertical-align:top;padding:.35em .5em;border:1px solid var(--line);font-weight:400}
thead th,.competence th{background:var(--soft);font-weight:700}
tr>th[scope=row]{font-weight:600;width:26%}
td:nth-child(2){width:9em}
td p{margin:0}
.ways{list-style:lower-alpha}
small{color:#4d4d4d;font-size:.9em;font-weight:400}
details small{display:block}
.missing span{font-weight:600}
.missing .floor{color:#9a1c1c}
details{margin-top:.3em}
summary{cursor:pointer;color:#0b4f8a;text-decoration:underline}
footer{border-top:1px solid var(--line);margin-top:.8em;font-size:.92em}
.sources{font-size:.92em}
code{font-size:.85em}
@media (max-width:44rem){
table,tbody,tr,th,td,caption{display:block;width:auto!important;border:0;padding:.15em 0}
thead{display:none}
tr{border-top:1px solid var(--line);padding:.5em 0}
.competence{border:0}
.competence th{padding:.35em .5em}
}
@page{size:A4;margin:9mm 10mm}
@media print{
body{background:#fff;line-height:1.24}
.roomy{font-size:8.2pt}.normal{font-size:7.6pt}.dense{font-size:6.9pt;line-height:1.18}.densest{font-size:6.5pt;line-height:1.18}
.page{padding:0 1px;margin:0;max-width:none;break-after:page}
.page:last-of-type{break-after:auto}
h1{font-size:1.5em}
h2{margin:.4em 0 .1em}
p{margin:.2em 0}
dl{margin-bottom:.4em}
.result{margin:.2em 0 .4em;padding:.2em .6em}
.answer{font-size:1.3em}
th,td{padding:.15em .35em}
caption{padding:.1em 0}
tr>th[scope=row]{width:19%}
td:nth-child(2){width:8.6em}
td p,.missing{display:inline}
.mark{font-size:.85em;padding:0 .25em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
details,.screen-only{display:none}
.needs,.needs li{display:inline;padding:0;list-style:none}
.needs>li:not(:last-child)::after{content:"; "}
.ways{counter-reset:way}
.ways>li::before{counter-increment:way;content:counter(way,lower-alpha) ") "}
ul,ol{margin:.1em 0}
footer{margin-top:.3em;font-size:.92em}
.sources{font-size:.88em;line-height:1.15}
a{color:inherit;text-decoration:none}
}
`
