package com.example.shop;

import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Convert {
  private final Converter converter;

  Convert(Converter converter) { this.converter = converter; }

  @PostMapping("/convert")
  void convert(@RequestParam("to") String format) throws IOException {
    converter.run("pdf");
  }
}
