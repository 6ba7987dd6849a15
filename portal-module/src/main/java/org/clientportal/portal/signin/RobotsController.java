package org.clientportal.portal.signin;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What search engines may fetch (RFC 9309): the knowledge base where anybody may read it, nothing else. */
@Controller
class RobotsController {

    private final PublicKnowledge knowledge;

    RobotsController(PublicKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        // what a page needs to be drawn is the assets and the brand's colours
        var rules = "User-agent: *\n"
                + (knowledge.isOpen() ? "Allow: /knowledge\nAllow: /assets/\nAllow: /brand/\n" : "")
                + "Disallow: /\n";
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(rules);
    }
}
