// Preloaded into a measured run: says at its end how much memory it took at most.
process.on('exit', () => {
  process.stdout.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
});
