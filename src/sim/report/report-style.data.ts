/** The look of a report, in the reader's choice of light or dark. */
export const style = `
:root { color-scheme: light dark;
  --paper: light-dark(#f6f7f9, #14171c); --card: light-dark(#fff, #1c2128); --ink: light-dark(#1c2430, #e4e8ee);
  --soft: light-dark(#637083, #93a0b2); --line: light-dark(#dfe4ea, #2e353f);
  --caller: light-dark(#2f6fde, #6ea1ff); --agent: light-dark(#11957a, #4fd0b0);
  --gap: light-dark(#f2c14e66, #f2c14e44); --well: light-dark(#14804a, #56d391); --ill: light-dark(#c5332d, #ff8078);
  --cut: light-dark(#e5484d44, #ff6b6b44); --stop: light-dark(#8e5bd655, #b78bff55); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
header, main { max-width: 1080px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; } h1 { font-size: 26px; margin: 0; letter-spacing: -.01em; }
h2 { font-size: 14px; margin: 0 0 10px; color: var(--soft); font-weight: 600; }
.conditions { color: var(--soft); margin: 2px 0 18px; } a { color: var(--caller); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 12px; }
.tile, .card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.tile { padding: 14px 16px; border-top: 3px solid var(--well); } .tile.ill { border-top-color: var(--ill); }
.tile h3 { margin: 0; font-size: 13px; font-weight: 600; color: var(--soft); }
.tile .value { margin: 2px 0 0; font-size: 22px; font-weight: 650; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tile .about { margin: 2px 0 0; font-size: 12.5px; color: var(--soft); line-height: 1.35; }
.card { padding: 16px; margin-top: 14px; }
.histogram { width: 100%; height: auto; display: block; } .bar { fill: var(--caller); opacity: .85; }
.goal { stroke: var(--well); stroke-width: 1.5; stroke-dasharray: 4 3; }
svg text { font-family: inherit; fill: var(--soft); } .tick { font-size: 10.5px; } .label { font-size: 10.5px; } .histogram .tick { font-size: 8px; paint-order: stroke; stroke: var(--card); stroke-width: 3px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: 5px 10px; border-bottom: 1px solid var(--line); font-weight: 400; white-space: nowrap; }
th:first-child { text-align: left; font-weight: 550; } thead th { color: var(--soft); font-size: 12.5px; }
tr.ill td:nth-child(2) { color: var(--ill); font-weight: 650; } tr.well td:nth-child(2) { color: var(--well); }
tbody tr:last-child > * { border-bottom: 0; }
.calls { padding-bottom: 60px; } .call { padding: 0; }
summary { cursor: pointer; padding: 13px 16px; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
.call > :not(summary) { margin-left: 16px; margin-right: 16px; }
.facts { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; }
.badge { font-size: 12px; font-weight: 650; padding: 1px 9px; border-radius: 99px; border: 1px solid currentcolor; }
.well { color: var(--well); } .ill { color: var(--ill); } .tile.well, .tile.ill, tr.well, tr.ill { color: inherit; }
.faults { color: var(--ill); margin-top: 0; padding-left: 20px; }
.legend { font-size: 12.5px; color: var(--soft); margin-top: 4px; margin-bottom: 6px; }
.legend i { display: inline-block; width: 12px; height: 10px; border-radius: 2px; margin-right: 4px; }
.legend span { display: inline-block; margin-right: 10px; }
.legend i.goal { width: 0; height: 12px; border-radius: 0; border-left: 2px dashed var(--well); vertical-align: -2px; } .histogram + .legend { margin: 8px 0 0; }
i.caller { background: var(--caller); } i.agent { background: var(--agent); } i.gap { background: var(--gap); } i.stop { background: var(--stop); } i.cut { background: var(--cut); }
.strip { width: 100%; height: auto; display: block; margin-bottom: 8px; }
path.caller { fill: var(--caller); } path.agent { fill: var(--agent); }
.axis { stroke: var(--line); } .grid { stroke: var(--line); stroke-dasharray: 2 4; }
rect.gap { fill: var(--gap); } rect.cut { fill: var(--cut); } rect.stop { fill: var(--stop); } rect.aside { fill: var(--soft); }
.talk { list-style: none; padding: 4px 0 18px; display: flex; flex-direction: column; gap: 8px; }
.talk li { max-width: 76%; position: relative; } .talk p { margin: 0; padding: 7px 12px; border-radius: 12px; border: 1px solid var(--line); overflow-wrap: anywhere; }
.talk time { font-size: 11.5px; color: var(--soft); font-variant-numeric: tabular-nums; }
.talk small { color: var(--soft); font-size: 12px; } .talk s { opacity: .5; }
li.agent { align-self: flex-start; } li.agent p { border-left: 3px solid var(--agent); } li.caller, li.aside { align-self: flex-end; text-align: right; }
li.caller p { border-right: 3px solid var(--caller); text-align: left; } li.aside p { border-style: dashed; color: var(--soft); padding: 3px 12px; }
@media (max-width: 640px) { .talk li { max-width: 94%; } header, main { padding-left: 12px; padding-right: 12px; } .strip { min-width: 640px; } .timeline { overflow-x: auto; } .histogram .tick { font-size: 15px; } th, td { padding: 5px 7px; } }
@media print { details > * { display: block; } body { background: none; } }
`;
