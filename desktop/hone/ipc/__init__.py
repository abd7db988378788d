"""How the processes talk: typed messages as JSON lines, and the child process that sends them."""
