import express from "express";

class Source {
  address(given: string): string {
    return given;
  }
}

class FixedSource extends Source {
  address(_given: string): string {
    return "https://feeds.example/all";
  }
}

express().get("/feed", async (req, res) => {
  const source = new FixedSource();
  const answer = await fetch(source.address(String(req.query.url)));
  res.json({ status: answer.status });
});
