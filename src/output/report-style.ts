/** Of the report on a population: a phone first, then a wide screen, then A4. */
export const reportStyle = `
:root{color-scheme:light;--ink:#1b1b1b;--line:#b9b9b9;--soft:#f1f1ee}
*{box-sizing:border-box}
body{margin:0;background:#e9e9e6;color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:break-word}
main{background:#fff;padding:1rem;margin:0 auto;max-width:64rem}
h1{font-size:1.5em;line-height:1.25;margin:0 0 .3em}
h2{font-size:1.2em;line-height:1.3;margin:1.6em 0 .4em;padding-bottom:.2em;border-bottom:3px solid #14532d}
h3{font-size:1em;margin:.9em 0 .2em}
p{margin:.5em 0}
ul,ol{margin:.3em 0;padding-left:1.25em}
.about{margin:0;font-weight:600}
.basis{border:2px dashed #8a4b00;background:#fff6e8;padding:.5em .8em;margin:.8em 0}
.basis.official{border:2px solid #14532d;background:#f2f8f3}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.6rem;margin:.6em 0}
.cards div{border:1px solid var(--line);border-top:4px solid #14532d;padding:.4em .6em}
.cards dd{margin:0;font-size:1.55em;font-weight:700;line-height:1.2;font-variant-numeric:tabular-nums}
.cards small{display:block;font-size:.55em;font-weight:400;line-height:1.35}
.facts{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.1em 1.6em}
figure{margin:.6em 0 1em}
figcaption{font-weight:700}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.15em 1.2em;font-size:.92em}
.swatch{width:1em;height:1em;vertical-align:-.12em;margin-right:.4em}
.chart svg{display:block;width:100%;height:auto;font-family:inherit}
.chart.wide{display:none}
.chart.narrow{max-width:26rem}
.key span{display:inline-block;margin-right:1em;font-size:.92em}
.scroll{overflow-x:auto;margin:.7em 0}
table{border-collapse:collapse;width:100%;font-size:.94em}
caption{text-align:left;font-weight:700;padding:.3em 0}
th,td{text-align:left;vertical-align:top;padding:.3em .5em;border:1px solid var(--line);font-weight:400}
thead th{background:var(--soft);font-weight:700;vertical-align:bottom}
tbody th{min-width:9rem}
.number{text-align:right;font-variant-numeric:tabular-nums}
td.number{white-space:nowrap}
td.words{min-width:9rem}
.total th,.total td{font-weight:700;border-top:2px solid var(--ink)}
.mark{display:inline-block;font-size:.78em;line-height:1.35;padding:0 .35em;border-radius:.25em;border:1px solid;white-space:nowrap}
.mark.proposed{border:1.5px dashed #8a4b00;color:#7a4200;background:#fff6e8}
.mark.single-source{border:1.5px dotted #5b4a8a;color:#463673;background:#f6f3ff}
.mark.standard{border:1px double #2f5d78;color:#24506a;background:#eef7fc}
.mark.official{border:1.5px solid #14532d;color:#fff;background:#1d6b35;font-weight:600}
.cite{font-size:.75em;line-height:0}
small{font-size:.88em}
.digest,.sources{overflow-wrap:anywhere}
.digest{display:block;color:#4d4d4d}
.sources{font-size:.92em}
details{margin:.3em 0}
summary,a{color:#0b4f8a}
summary{cursor:pointer;text-decoration:underline;padding:.25em 0}
@media (min-width:46rem){
main{padding:1.5rem 2rem}
.chart.wide{display:block}
.narrow{display:none}
}
@page{size:A4;margin:14mm 12mm}
@media print{
body{background:#fff;font-size:10.5pt;line-height:1.35}
main{padding:0;margin:0;max-width:none}
.chart.wide{display:block}
.narrow,details{display:none}
h2,h3,figcaption,caption{break-after:avoid}
figure,tr,.cards,.basis{break-inside:avoid}
.scroll{overflow:visible}
tbody th,td.words{min-width:0}
.dense{font-size:8pt}
.dense th,.dense td{padding:.2em .25em}
.dense thead th{hyphens:auto;overflow-wrap:anywhere}
thead{display:table-header-group;break-after:avoid}
tbody tr:first-child{break-before:avoid}
.cards{grid-template-columns:repeat(5,1fr)}
thead th,.mark,.basis{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}
}
`
