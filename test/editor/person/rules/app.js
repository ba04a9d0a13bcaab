start();

worse(0);
