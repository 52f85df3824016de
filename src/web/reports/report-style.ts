// What report pages add to the house style: wide tables that become cards on a phone, and print as tables.
export const reportStylesheet = `
main.report{max-width:82rem;overflow-wrap:break-word}
main.report .lead{font-size:1.05rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;margin:1.25rem 0}
.facts div{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:.7rem .9rem}
.facts b{display:block;font-size:1.35rem;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.facts span{color:var(--soft);font-size:.85rem}
form.filter{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin:1rem 0}
form.filter label{margin:0;font-size:.85rem;color:var(--soft)}
form.filter .grow{flex:1 1 14rem}
form.filter select,form.filter input{display:block;width:100%;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.5rem .6rem;min-height:2.75rem}
form.filter button{min-height:2.75rem;padding:.5rem 1.2rem}
.chips{display:flex;flex-wrap:wrap;gap:.4rem;margin:.5rem 0}
.chips a{border:1px solid var(--line);border-radius:99px;padding:.25rem .8rem;font-size:.85rem;text-decoration:none;color:inherit;background:var(--paper)}
a{color:var(--accent)}
table{width:100%;border-collapse:collapse;background:var(--paper);border:1px solid var(--line);font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-top:1px solid var(--line);overflow-wrap:anywhere}
thead th{position:sticky;top:0;background:var(--paper);border-bottom:2px solid var(--line);font-size:.8rem;color:var(--soft);overflow-wrap:normal}
td.value{white-space:pre-wrap}
td.number{font-variant-numeric:tabular-nums;text-align:right}th.number{text-align:right}
.verdict{color:var(--soft);white-space:nowrap}.bad .verdict,.altered .verdict{font-weight:600}.bad .verdict{color:#b3402a}.bad{background:color-mix(in srgb,#c8553d 8%,var(--paper))}
.altered .verdict{color:#8a6100}.reason{display:block;color:var(--soft);font-size:.85rem}
@media(prefers-color-scheme:dark){.bad .verdict{color:#f08a74}.altered .verdict{color:#e3b341}}
nav.pages{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;margin:1rem 0}nav.pages .soft{margin-left:auto}
nav.pages a{padding:.4rem 0}
details.classes summary{cursor:pointer;font-weight:600}details.classes table{margin-top:.75rem}
code{font-size:.85em;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.25rem;margin:0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.said{white-space:pre-wrap;overflow-wrap:anywhere}
.grade{display:flex;gap:1rem;align-items:center}.mark{flex:none;font-weight:700;font-size:1.6rem;line-height:1;border:2px solid currentColor;border-radius:10px;padding:.5rem .75rem}
table .mark{font-size:1rem;padding:.15rem .45rem;border-width:1px;border-radius:6px}
.mark.good{color:var(--accent)}.mark.fair{color:#8a6100}.mark.poor{color:#b3402a}
ul.hard{margin:.5rem 0 0;padding-left:1.2rem}ul.hard li{margin:.25rem 0}
.samples{display:flex;flex-wrap:wrap;gap:.25rem}.samples bdi{border:1px solid var(--line);border-radius:6px;padding:0 .4rem;max-width:100%;overflow-wrap:anywhere}
.filled{white-space:nowrap}meter{width:5rem;vertical-align:middle;margin-right:.4rem}
table.fields td:nth-child(2),table.fields td:nth-child(3){overflow-wrap:normal}td>.mark{justify-self:start;display:inline-block}
table.checks .mark{font-size:.85rem;white-space:nowrap}table.checks td:nth-child(2){overflow-wrap:normal}
@media(prefers-color-scheme:dark){.mark.fair{color:#e3b341}.mark.poor{color:#f08a74}}
section.card{break-inside:avoid}h3{font-size:1rem;margin:1.25rem 0 .3rem}.card>h3:first-child,.card>h2:first-child{margin-top:0}dl.rule{border-top:1px solid var(--line);padding-top:.6rem;margin-top:.6rem}.hint{color:var(--accent)}
.off{font-weight:400;font-size:.8rem;color:var(--soft);border:1px solid var(--line);border-radius:99px;padding:.1rem .6rem;white-space:nowrap}
h2{font-size:1.15rem;margin:2rem 0 .6rem}.seal{border-left:4px solid var(--accent)}.seal.broken{border-left-color:#c8553d}
@media(max-width:44rem){
dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}
table.cards,table.cards tbody{display:block;border:0;background:none}table.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.cards tr{display:block;background:var(--paper);border:1px solid var(--line);border-radius:10px;margin:.7rem 0;padding:.5rem .75rem}
table.cards td{display:grid;grid-template-columns:6.5rem 1fr;gap:.5rem;border:0;padding:.2rem 0;text-align:left}
table.cards td::before{content:attr(data-label);color:var(--soft);font-size:.8rem;padding-top:.1rem}
table.cards td.empty{display:none}
nav.pages .soft{margin-left:0;width:100%}
}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--ground:#fff;--accent:#000}
@page{margin:14mm}body{font-size:10.5pt}main,main.report{max-width:none;padding:0}
form.filter,.chips,nav.pages,.screen{display:none}
table{font-size:8.5pt}thead{display:table-header-group}thead th{position:static}tr,.card,.facts div{break-inside:avoid}
h2{break-after:avoid}.facts{grid-template-columns:repeat(4,1fr)}
}
`;
