/*
 * Makes the portal quicker; everything works without it.
 * Live: hints arrive by server-sent events, the page fetches itself again and swaps the parts marked data-region.
 * Forms: no second sending, chosen and pasted files as chips, a counter, a growing text field.
 */
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const language = document.documentElement.lang;

  const say = (text) => {
    const polite = $("#polite");
    if (polite && text) polite.textContent = text;
  };

  /* ---- live ---- */

  // what must not be lost when a part is replaced: open details, focus
  const swap = (old, fresh) => {
    if (old.outerHTML === fresh.outerHTML) return false;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    if (old.open) fresh.open = true;
    all("details[open][id]", old).forEach((each) => {
      const same = fresh.querySelector("#" + CSS.escape(each.id));
      if (same) same.open = true;
    });
    old.replaceWith(fresh);
    if (focused) {
      const same = (focused.id && document.getElementById(focused.id)) ||
        (focused.href && all("a", fresh).find((each) => each.href === focused.href)) || null;
      if (same) same.focus({ preventScroll: true });
    }
    return true;
  };

  const selecting = () => {
    const selection = document.getSelection();
    return selection && !selection.isCollapsed &&
      Boolean(selection.anchorNode?.parentElement?.closest("[data-region]"));
  };

  const ticket = /^\/tickets\/[^/]+$/;
  let fetching = false;
  let again = false;
  let timer = 0;

  const refresh = () => {
    if (document.hidden || selecting()) {
      again = true;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(fetchSelf, 150);
  };

  const fetchSelf = async () => {
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    again = false;
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const moved = new URL(answer.url).pathname !== location.pathname;
      // a ticket moves once, when the platform has given it a number; any other move is a sign-in page
      if (!answer.ok || (moved && !(ticket.test(location.pathname) && ticket.test(new URL(answer.url).pathname)))) return;
      if (moved) history.replaceState(null, "", answer.url);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.body.dataset.watch = page.body.dataset.watch || "";
      const spoken = [];
      all("[data-region]").forEach((old) => {
        const fresh = page.getElementById(old.id);
        if (!fresh) return;
        // parts that are not replaced, such as a message on top, keep their icons
        if (old.id === "sprite") all("symbol", old).forEach((symbol) => page.getElementById(symbol.id) || fresh.append(symbol.cloneNode(true)));
        const before = old.dataset.announce;
        if (swap(old, document.adoptNode(fresh)) && fresh.dataset.announce && fresh.dataset.announce !== before) {
          spoken.push(fresh.dataset.announce);
        }
      });
      if (spoken.length) say(spoken.join(". "));
    } catch {
      // the line is down or the session over; the next hint or reload tells
    } finally {
      fetching = false;
      if (again) setTimeout(refresh, 1000);
    }
  };

  // a form on its way, such as signing out, is not overtaken by loading the page again
  let leaving = false;
  addEventListener("submit", (event) => { leaving = leaving || !event.defaultPrevented; });
  addEventListener("pageshow", () => { leaving = false; });

  // "*" watches every ticket; whatever is not about a ticket concerns everybody
  const heard = (hint) => {
    if (hint.kind === "rights") {
      // perhaps this page is nobody's any more; not all browsers at once
      setTimeout(() => leaving || location.reload(), Math.random() * 1000);
      return;
    }
    const watched = document.body.dataset.watch;
    if (hint.kind !== "ticket" || watched === "*" || String(hint.id) === watched) refresh();
  };

  if (document.body.dataset.live) {
    const channel = "BroadcastChannel" in window ? new BroadcastChannel("portal-live") : null;
    const tell = (hint) => {
      heard(hint);
      channel?.postMessage(hint);
    };
    const listen = () => new Promise((over) => {
      const source = new EventSource(document.body.dataset.live);
      source.addEventListener("open", () => tell({ kind: "refresh" }));
      source.addEventListener("hint", (event) => {
        try {
          tell(JSON.parse(event.data));
        } catch {
          tell({ kind: "refresh" });
        }
      });
      // the browser reconnects by itself unless it was turned away
      source.addEventListener("error", () => {
        if (source.readyState === EventSource.CLOSED) setTimeout(over, 15000);
      });
    });
    channel?.addEventListener("message", (event) => heard(event.data));
    const lead = () => (channel && navigator.locks ? navigator.locks.request("portal-live", listen) : listen()).then(lead);
    lead();
    document.addEventListener("visibilitychange", () => { if (!document.hidden && again) refresh(); });
    document.addEventListener("selectionchange", () => { if (again && !selecting()) refresh(); });
  }

  /* ---- forms ---- */

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (!form.dataset.busy) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    if (button && !["remove", "preview"].includes(button.name)) {
      button.dataset.label = button.textContent;
      // after the form data is taken, so that the button's own value is sent
      setTimeout(() => {
        button.setAttribute("aria-disabled", "true");
        button.textContent = form.dataset.busy;
        say(form.dataset.busy);
      });
    }
  });

  /* ---- what is being typed ---- */

  // kept in this tab, for this person, until it is sent: a link pressed by accident loses nothing
  const typing = "typing ";
  const arrival = performance.getEntriesByType("navigation")[0]?.type;
  Object.keys(sessionStorage).filter((key) => key.startsWith(typing)).forEach((key) => {
    // the portal has answered since; only who comes back from a browser's error page finds it again
    if (arrival !== "back_forward" && JSON.parse(sessionStorage[key]).sent) sessionStorage.removeItem(key);
  });

  all("form[data-typing]").forEach((form) => {
    const key = typing + form.dataset.typing + " " + form.getAttribute("action");
    const fields = all("textarea, input:not([type=hidden], [type=file]), select", form);
    const ticks = (field) => field.type === "radio" || field.type === "checkbox";
    // what stands in a fresh form is nobody's text
    const untouched = (field) => ticks(field) ? field.checked === field.defaultChecked
      : field.tagName === "SELECT" || field.value === field.defaultValue;
    const keep = (sent) => {
      const values = {};
      fields.forEach((field) => {
        if (!ticks(field)) values[field.name] = field.value;
        else (values[field.name] ||= []).push(...(field.checked ? [field.value] : []));
      });
      try {
        if (fields.some((field) => !untouched(field))) {
          sessionStorage.setItem(key, JSON.stringify({ values, sent }));
        } else {
          sessionStorage.removeItem(key);
        }
      } catch {
        // a full store keeps less, and loses nothing that is on the page
      }
    };
    form.addEventListener("input", () => keep(false));
    form.addEventListener("change", () => keep(false));
    form.addEventListener("submit", () => keep(true));
    const kept = sessionStorage.getItem(key);
    // what the server has kept is newer
    if (!kept || $("[name=draftId]", form) || !fields.every(untouched)) return;
    const { values } = JSON.parse(kept);
    fields.forEach((field) => {
      if (ticks(field)) field.checked = Boolean(values[field.name]?.includes(field.value));
      else if (values[field.name] !== undefined) field.value = values[field.name];
    });
    form.dispatchEvent(new Event("restored"));
    const note = document.createElement("p");
    note.className = "hint";
    note.append(form.dataset.kept + " ");
    const clear = document.createElement("button");
    clear.type = "button";
    clear.className = "link";
    clear.textContent = form.dataset.clear;
    clear.addEventListener("click", () => {
      sessionStorage.removeItem(key);
      note.remove();
      form.reset();
      form.dispatchEvent(new Event("restored"));
      fields[0]?.focus();
    });
    note.append(clear);
    form.prepend(note);
  });

  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    all("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      all("[data-label]", form).forEach((button) => {
        button.removeAttribute("aria-disabled");
        button.textContent = button.dataset.label;
      });
    });
    if (document.body.dataset.live) refresh();
  });

  /* ---- short answers, put under what is typed ---- */

  document.addEventListener("click", (event) => {
    const quick = event.target.closest("button[name=quick]");
    if (!quick) return;
    event.preventDefault();
    const area = $("textarea", quick.form);
    area.value = (area.value.trim() ? area.value.trimEnd() + "\n" : "") + quick.value;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  });

  /* ---- marks: a toolbar by the ARIA pattern, one stop of the tab key with arrows inside ---- */

  all("[data-marks]").forEach((bar) => {
    const area = document.getElementById(bar.getAttribute("aria-controls"));
    const buttons = all("button", bar);
    const stop = (at) => buttons.forEach((each, index) => { each.tabIndex = index === at ? 0 : -1; });
    bar.hidden = false;
    stop(0);
    bar.addEventListener("focusin", (event) => stop(buttons.indexOf(event.target)));
    bar.addEventListener("keydown", (event) => {
      const at = buttons.indexOf(document.activeElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      buttons.at(to % buttons.length).focus();
    });
    // in place of what is chosen, so that it can be undone; then a part of it is chosen
    const put = (text, from, to) => {
      const begin = area.selectionStart;
      area.focus();
      if (!document.execCommand("insertText", false, text)) {
        area.setRangeText(text);
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }
      area.setSelectionRange(begin + from, begin + to);
    };
    const chosen = () => {
      const text = area.value.slice(area.selectionStart, area.selectionEnd);
      const words = text.trim();
      // spaces stay outside of the marks
      if (words) area.setSelectionRange(area.selectionStart + text.indexOf(words), area.selectionStart + text.indexOf(words) + words.length);
      return words || bar.dataset.marks;
    };
    const around = (mark) => {
      const words = chosen();
      put(mark + words + mark, mark.length, mark.length + words.length);
    };
    const lines = (mark) => {
      const { value, selectionStart, selectionEnd } = area;
      const begin = value.lastIndexOf("\n", selectionStart - 1) + 1;
      const end = value.indexOf("\n", selectionEnd);
      area.setSelectionRange(begin, end < 0 ? value.length : end);
      const text = area.value.slice(area.selectionStart, area.selectionEnd).split("\n").map((line, at) => mark(at) + line).join("\n");
      put(text, text.length, text.length);
    };
    const act = {
      bold: () => around("**"),
      italic: () => around("*"),
      code: () => {
        const words = chosen();
        if (words.includes("\n")) put("```\n" + words + "\n```", 4, 4 + words.length);
        else around("`");
      },
      link: () => {
        const words = chosen();
        put("[" + words + "](https://)", words.length + 3, words.length + 11);
      },
      list: () => lines(() => "- "),
      numbers: () => lines((at) => at + 1 + ". "),
      quote: () => lines(() => "> "),
    };
    buttons.forEach((button) => button.addEventListener("click", () => act[button.dataset.mark]()));
    area.addEventListener("keydown", (event) => {
      const mark = (event.ctrlKey || event.metaKey) && !event.altKey && { b: "bold", i: "italic" }[event.key.toLowerCase()];
      if (!mark) return;
      event.preventDefault();
      act[mark]();
    });
  });

  const plural = (element, side, count) => {
    const form = new Intl.PluralRules(language).select(count);
    const key = side + ({ one: "One", few: "Few" }[form] || "Many");
    return element.dataset[key].replace("#", count.toLocaleString(language));
  };

  all("textarea[data-limit]").forEach((area) => {
    const limit = Number(area.dataset.limit);
    const counter = document.createElement("p");
    counter.className = "counter";
    counter.hidden = true;
    area.after(counter);
    let pause = 0;
    area.addEventListener("input", () => {
      const left = limit - area.value.length;
      counter.hidden = area.value.length < limit * 0.8;
      if (counter.hidden) return;
      counter.textContent = left >= 0 ? plural(area, "left", left) : plural(area, "over", -left);
      counter.classList.toggle("over", left < 0);
      clearTimeout(pause);
      pause = setTimeout(() => say(counter.textContent), 1000);
    });
  });

  if (!CSS.supports("field-sizing", "content")) {
    all("textarea.input").forEach((area) => area.addEventListener("input", () => {
      area.style.height = "auto";
      area.style.height = Math.min(area.scrollHeight + 2, 512) + "px";
    }));
  }

  /* ---- questions that depend on answers; the server decides, this only shows and hides ---- */

  all("form:has([data-question])").forEach((form) => {
    const questions = all("[data-question]", form);
    const of = (id) => questions.find((each) => each.dataset.question === "q-" + id);
    const answers = (id) => {
      const question = of(id);
      if (!question || "off" in question.dataset) return [];
      return all("input:not([type=hidden]), select, textarea", question)
        .filter((field) => !/^(radio|checkbox)$/.test(field.type) || field.checked)
        .map((field) => field.value.trim()).filter(Boolean);
    };
    const number = (text) => Number(text.replace(/[\s\u00a0\u202f]/g, "").replace(",", "."));
    const holds = (rule) => {
      if (rule.all) return rule.all.every(holds);
      if (rule.any) return rule.any.some(holds);
      const given = answers(rule.field);
      if (rule.is) return given.some((value) => rule.is.includes(value));
      if (rule["is-not"]) return !given.some((value) => rule["is-not"].includes(value));
      if (rule.filled) return (given.length > 0) === (rule.filled === "true");
      const value = given.length ? number(given[0]) : NaN;
      return !Number.isNaN(value) && !(value < rule["at-least"]) && !(value > rule["at-most"]);
    };
    // each looks at those above it only, so one walk is enough
    const follow = () => questions.forEach((question) => {
      if (question.dataset.shown) question.toggleAttribute("data-off", !holds(JSON.parse(question.dataset.shown)));
      const mark = $("[data-optional]", question);
      if (mark && question.dataset.needed) mark.hidden = holds(JSON.parse(question.dataset.needed));
    });
    ["input", "change", "restored"].forEach((event) => form.addEventListener(event, follow));
    follow();
  });

  /* ---- kinds of request, narrowed while typing; Enter searches properly ---- */

  all("form[data-kinds]").forEach((form) => {
    const field = $("input", form);
    const nothing = $("[data-nothing]");
    const fold = (text) => text.toLowerCase().replaceAll("ł", "l").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    const cards = all("[data-group] [data-words]").map((card) => [card, fold(card.dataset.words)]);
    let pause = 0;
    const narrow = () => {
      const words = fold(field.value).split(/\s+/).filter(Boolean);
      cards.forEach(([card, text]) => { card.hidden = !words.every((word) => text.includes(word)); });
      all("[data-group]").forEach((group) => { group.hidden = !$("[data-words]:not([hidden])", group); });
      all("[data-frequent]").forEach((part) => { part.hidden = words.length > 0; });
      const count = cards.filter(([card]) => !card.hidden).length;
      nothing.hidden = count > 0 || !cards.length;
      clearTimeout(pause);
      if (!words.length) return;
      const text = form.dataset[new Intl.PluralRules(language).select(count)] || form.dataset.many;
      pause = setTimeout(() => say(count ? text.replace("#", count) : nothing.textContent), 600);
    };
    field.addEventListener("input", narrow);
    if (field.value && cards.length) narrow();
  });

  all("form[data-filter] select").forEach((select) => select.addEventListener("change", () => select.form.submit()));

  /* ---- solutions beside what is being written ---- */

  all("[data-solutions]").forEach((box) => {
    const fields = all("[name=subject], [name=text], [data-asks]");
    let pause = 0;
    let asked = "";
    const ask = async () => {
      const text = [box.dataset.topic || "", ...fields.map((field) => field.value.trim())].join(" ").trim().slice(0, 300);
      if (text.length < 6 || text === asked) return;
      asked = text;
      try {
        const query = new URLSearchParams({ text, formKey: box.dataset.key });
        const answer = await fetch(box.dataset.solutions + "?" + query, { credentials: "same-origin", redirect: "error" });
        if (!answer.ok || text !== asked) return;
        const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-announce]");
        if (!part || part.innerHTML.trim() === box.innerHTML.trim()) return;
        box.replaceChildren(...document.adoptNode(part).children);
        say(part.dataset.announce);
      } catch {
        // solutions are a help, never a condition
      }
    };
    fields.forEach((field) => field.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(ask, 700);
    }));
    ask();
  });

  /* ---- files ---- */

  const size = (bytes) => bytes < 900000
    ? Math.max(1, Math.round(bytes / 1000)).toLocaleString(language) + "\u00a0kB"
    : (bytes / 1e6).toLocaleString(language, { maximumFractionDigits: bytes < 1e7 ? 1 : 0 }) + "\u00a0MB";

  const icon = (name) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", "#i-" + name);
    svg.append(use);
    return svg;
  };

  const span = (className, text) => {
    const element = document.createElement("span");
    element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  const nameOf = (file) => {
    const name = span("name");
    const dot = file.name.lastIndexOf(".");
    const split = dot > 0 && file.name.length - dot <= 6 ? dot : file.name.length;
    name.append(span("stem", file.name.slice(0, split)));
    if (split < file.name.length) name.append(span("ext", file.name.slice(split)));
    return name;
  };

  // drawn here, since the page shows no picture that does not come from the portal
  const thumb = (file) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 80;
    canvas.className = "thumb";
    canvas.setAttribute("aria-hidden", "true");
    createImageBitmap(file).then((picture) => {
      const scale = Math.max(80 / picture.width, 80 / picture.height);
      const [width, height] = [picture.width * scale, picture.height * scale];
      canvas.getContext("2d").drawImage(picture, (80 - width) / 2, (80 - height) / 2, width, height);
    }).catch(() => canvas.replaceWith(icon("image")));
    return canvas;
  };

  const filesOf = (box) => {
    const input = $("input[type=file]", box);
    const chips = $("[data-chips]", box);
    const refused = $("[data-refused]", box);
    const { max, most, tooBig, tooMany, remove, pasted, sending, cancel, saved } = box.dataset;
    const form = input.form;
    // not at the portal yet; a file that could not be sent by itself goes with the form
    let chosen = [];
    let request = null;
    let held = null;

    const chipOf = (file) => {
      const chip = document.createElement("li");
      chip.className = "chip";
      chip.dataset.chosen = "";
      const text = span("text");
      const state = span("size", size(file.size));
      text.append(nameOf(file), state);
      const drop = document.createElement("button");
      drop.type = "button";
      drop.className = "drop";
      drop.setAttribute("aria-label", remove.replace("%name%", file.name));
      drop.append(icon("x"));
      drop.addEventListener("click", () => {
        chosen = chosen.filter((other) => other.file !== file);
        if (request?.file === file) request.abort();
        show();
        input.focus();
      });
      chip.append(file.type.startsWith("image/") ? thumb(file) : icon("file"), text, drop);
      return { file, chip, text, state, drop, tried: false };
    };

    const show = () => {
      const transfer = new DataTransfer();
      chosen.forEach(({ file }) => transfer.items.add(file));
      input.files = transfer.files;
      all("[data-chosen]", chips).forEach((chip) => chip.remove());
      chips.append(...chosen.map(({ chip }) => chip));
      chips.hidden = !chips.children.length;
    };

    const complain = (text) => {
      refused.hidden = !text;
      refused.lastElementChild.textContent = text;
    };

    // the portal keeps a file in the draft of this form, and takes one out, as it does without scripts
    const post = (remove, one, progress) => {
      const action = form.getAttribute("action");
      const data = new FormData(form);
      data.delete(input.name);
      data.append("remove", remove);
      if (one) data.append(input.name, one.file, one.file.name);
      request = new XMLHttpRequest();
      request.file = one?.file;
      request.responseType = "document";
      request.open("POST", action);
      request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) progress?.(event.loaded / event.total); });
      return new Promise((done) => {
        request.addEventListener("loadend", () => {
          const page = request.response;
          request = null;
          done(page && $(`form[action="${CSS.escape(action)}"] [data-files]`, page));
        });
        request.send(data);
      });
    };

    // what the portal has now is shown as its page shows it
    const take = (fresh) => {
      const complaint = all(".wrong:not([data-refused])", fresh).map((each) => each.textContent.trim()).join(" ");
      if (complaint) complain(complaint);
      box.dataset.kept = fresh.dataset.kept;
      all("li:not([data-chosen])", chips).forEach((chip) => chip.remove());
      chips.prepend(...all("[data-chips] > li", fresh));
      all("input[type=hidden]", fresh.closest("form")).forEach((given) => {
        const own = all("input[type=hidden]", form).find((each) => each.name === given.name);
        if (own) own.value = given.value;
        else form.prepend(given);
      });
      show();
      return !complaint;
    };

    const send = async (one) => {
      const bar = document.createElement("progress");
      bar.max = 100;
      bar.value = 0;
      bar.setAttribute("aria-label", sending.replace("%name%", one.file.name));
      one.text.append(bar);
      one.drop.setAttribute("aria-label", cancel.replace("%name%", one.file.name));
      const fresh = await post("", one, (share) => {
        bar.value = Math.floor(100 * share);
        one.state.textContent = `${size(one.file.size)} · ${bar.value} %`;
      });
      bar.remove();
      one.drop.setAttribute("aria-label", remove.replace("%name%", one.file.name));
      one.state.textContent = size(one.file.size);
      if (fresh) {
        chosen = chosen.filter((other) => other !== one);
        if (take(fresh)) say(`${one.file.name}: ${saved}`);
      }
      next();
    };

    const next = () => {
      const one = chosen.find((each) => !each.tried);
      if (one) {
        one.tried = true;
        send(one);
      } else if (held) {
        const { submitter, told } = held;
        held = null;
        // whoever pressed before a file was refused is told first
        if (refused.hidden || told) form.requestSubmit(submitter);
        else refused.scrollIntoView({ block: "center" });
      }
    };

    // what is under way arrives first: nothing is sent twice, nothing is lost
    form.addEventListener("submit", (event) => {
      if (!request) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held = { submitter: event.submitter, told: !refused.hidden };
      if (request.file) say(sending.replace("%name%", request.file.name));
    }, true);
    chips.addEventListener("click", async (event) => {
      const drop = event.target.closest("button[name=remove]");
      if (!drop || request) return;
      event.preventDefault();
      const fresh = await post(drop.value);
      if (fresh) take(fresh);
      input.focus();
      next();
    });

    const add = (files) => {
      const wrong = [];
      files.forEach((file) => {
        if (file.size > Number(max)) {
          wrong.push(tooBig.replace("%name%", file.name).replace("%size%", size(file.size)));
        } else if (chosen.length + Number(box.dataset.kept) >= Number(most)) {
          if (!wrong.includes(tooMany)) wrong.push(tooMany);
        } else if (!chosen.some(({ file: other }) => other.name === file.name && other.size === file.size && other.lastModified === file.lastModified)) {
          chosen.push(chipOf(file));
        }
      });
      complain(wrong.join(" "));
      show();
      if (!request) next();
    };

    input.addEventListener("change", () => add([...input.files]));

    form.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files || [])];
      if (!files.length) return;
      event.preventDefault();
      const stamp = new Date().toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "");
      add(files.map((file, index) => /^image\.\w+$/.test(file.name)
        ? new File([file], `${pasted}-${stamp}${index ? "-" + index : ""}.${file.name.split(".").pop()}`, { type: file.type })
        : file));
    });
    const isFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
    form.dataset.drop = box.dataset.drop;
    // the target shows as soon as files are over the page; beside it they would take the page's place, and what is typed with it
    document.addEventListener("dragover", (event) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      form.classList.add("dropping");
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) form.classList.remove("dropping");
    });
    document.addEventListener("drop", (event) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      form.classList.remove("dropping");
      if (form.contains(event.target)) add([...event.dataTransfer.files]);
    });
  };
  all("[data-files]").forEach(filesOf);

  /* ---- paper ---- */

  // pictures further down are on paper too
  const pictures = () => all("img[loading=lazy]").map((picture) => {
    picture.loading = "eager";
    return picture.decode().catch(() => {});
  });
  window.addEventListener("beforeprint", pictures);
  // browsers that print a closed part closed; it closes again afterwards
  if (!CSS.supports("selector(::details-content)")) {
    window.addEventListener("beforeprint", () => all(".quoted:not([open])").forEach((each) => { each.open = true; each.dataset.opened = ""; }));
    window.addEventListener("afterprint", () => all(".quoted[data-opened]").forEach((each) => { each.open = false; delete each.dataset.opened; }));
  }
  $("[data-print]")?.addEventListener("click", () => Promise.all(pictures()).then(() => print()));

  /* ---- where to look first ---- */

  // what was said once is not said again after a reload
  const address = new URL(location.href);
  const once = ["said", "saved", "continue"].filter((name) => address.searchParams.has(name));
  if (once.length) {
    once.forEach((name) => address.searchParams.delete(name));
    history.replaceState(null, "", address);
  }

  $("[data-focus]")?.focus();
  all(".summary a").forEach((link) => link.addEventListener("click", (event) => {
    const field = document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest(".field") || field).scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  }));
  $(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
})();
