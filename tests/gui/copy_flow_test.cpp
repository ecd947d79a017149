// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/copy_flow.h"

#include <QDialog>
#include <QLabel>

#include "at_laptop.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

/// A copy that each partner locked with a passphrase of its own, and a part of one that waits.
class LockedCopy : public Exchange {
 public:
  std::array<std::string, 2> wants{"older lanterns", ""};  ///< empty: that part opens by itself
  std::optional<ErrorKind> refuses;
  bool waits = false;
  int tries = 0;
  bool joined = false;

  Result<std::string> exported(const ExportWish&) const override { return std::string(); }
  Result<void> exportTo(const std::string&, const ExportWish&) const override { return {}; }
  Result<TakenIn> importFrom(const std::string&, Reader) override { return TakenIn{}; }
  Result<TakenIn> mergeFrom(const std::string&, const CopyPassphrases& typed) override {
    ++tries;
    if (refuses) return Error{*refuses};
    for (const auto& [place, passphrase] : {std::pair{std::size_t{0}, typed.a}, std::pair{std::size_t{1}, typed.b}}) {
      if (passphrase != nullptr && passphrase->text() != wants[place]) return Error{ErrorKind::WrongPassphrase};
    }
    for (const auto& [place, passphrase] : {std::pair{std::size_t{0}, typed.a}, std::pair{std::size_t{1}, typed.b}}) {
      const bool open = wants[place].empty() || passphrase != nullptr;
      if (!open) return Error{ErrorKind::OtherPassphrase, place == 0 ? "Alex" : "Sam", place == 0 ? "a" : "b"};
    }
    joined = true;
    return TakenIn{};
  }
  bool waitsForOtherPassphrase(PartnerId partner) const override { return waits && partner == PartnerId::A; }
  Result<TakenIn> takeInWaiting(PartnerId, const Passphrase& typed) override {
    if (typed.text() != wants[0]) return Error{ErrorKind::WrongPassphrase};
    waits = false;
    return TakenIn{};
  }
  std::vector<ConflictedCopy> conflictedCopies() const override { return {}; }
  std::optional<std::string> syncedFolder() const override { return std::nullopt; }
};

class CopiedJournal : public fakes::MemoryJournal {
 public:
  using MemoryJournal::MemoryJournal;
  LockedCopy copy;
  Exchange* exchange() override { return &copy; }
};

struct Copies : AtLaptop<CopiedJournal> {
  gui::CopyFlow flow{around};
  QStringList heard;

  Copies() : AtLaptop(Reader::A) {
    QObject::connect(&flow, &gui::CopyFlow::joined, &window, [this] { heard << QStringLiteral("joined"); });
    QObject::connect(&flow, &gui::CopyFlow::takenIn, &window, [this] { heard << QStringLiteral("taken in"); });
    QObject::connect(&flow, &gui::CopyFlow::calledOff, &window, [this] { heard << QStringLiteral("called off"); });
    QObject::connect(&flow, &gui::CopyFlow::refused, &window, [this] { heard << QStringLiteral("refused"); });
    window.show();
  }
  QDialog* dialog() {
    QDialog* shown = nullptr;
    for (auto* each : window.findChildren<QDialog*>()) {
      if (each->isVisible()) shown = each;
    }
    return shown;
  }
  void answer(const char* words) {
    REQUIRE(dialog() != nullptr);
    type(*dialog(), "passphraseField", QString::fromLatin1(words));
    press(*dialog(), "openButton");
  }
  QString text(const char* label) { return child<QLabel>(*dialog(), label).text(); }
};

}  // namespace

TEST_CASE("a copy that opens by itself is joined without a question") {
  Copies at;
  at.journal.copy.wants = {"", ""};
  at.flow.join("/home/alex/copy.footbridge");
  CHECK(at.dialog() == nullptr);
  CHECK(at.heard == QStringList{QStringLiteral("joined")});
}

TEST_CASE("the copy's own passphrase is asked of its owner by name, as often as it takes") {
  Copies at;
  at.flow.join("/home/alex/copy.footbridge");
  REQUIRE(at.dialog() != nullptr);
  CHECK(at.text("titleLabel").startsWith(QStringLiteral("Alex")));
  CHECK(at.text("leadLabel").contains(QStringLiteral("Nothing has changed yet.")));
  CHECK(nameless(*at.dialog()).isEmpty());
  at.answer("of today");
  CHECK(at.heard.isEmpty());
  CHECK(at.text("refusalLabel").contains(QStringLiteral("Nothing is lost.")));
  CHECK_FALSE(anywhere(*at.dialog(), QStringLiteral("of today")));
  at.answer("older lanterns");
  CHECK(at.heard == QStringList{QStringLiteral("joined")});
  CHECK(at.journal.copy.joined);
  CHECK(at.journal.copy.tries == 3);
}

TEST_CASE("before a passphrase of the copy is asked for it is said whose, since the laptop goes to them") {
  Copies at;
  const PartnerId whose = GENERATE(PartnerId::A, PartnerId::B);
  if (whose == PartnerId::B) at.journal.copy.wants = {"", "older lanterns"};
  std::vector<PartnerId> asked;
  QObject::connect(&at.flow, &gui::CopyFlow::asksFor, &at.window, [&](PartnerId partner) {
    CHECK(at.dialog() == nullptr);
    asked.push_back(partner);
  });
  at.flow.join("/home/alex/copy.footbridge");
  REQUIRE(at.dialog() != nullptr);
  CHECK(asked == std::vector{whose});
}

TEST_CASE("both are asked, one after the other, where both changed their passphrase") {
  Copies at;
  at.journal.copy.wants = {"older lanterns", "older rhubarb"};
  at.flow.join("/home/alex/copy.footbridge");
  at.answer("older lanterns");
  REQUIRE(at.dialog() != nullptr);
  CHECK(at.text("titleLabel").startsWith(QStringLiteral("Sam")));
  CHECK(at.heard.isEmpty());
  at.answer("older rhubarb");
  CHECK(at.heard == QStringList{QStringLiteral("joined")});
}

TEST_CASE("not now leaves both files as they are, and forgets what was typed") {
  Copies at;
  at.journal.copy.wants = {"older lanterns", "older rhubarb"};
  at.flow.join("/home/alex/copy.footbridge");
  at.answer("older lanterns");
  press(*at.dialog(), "laterButton");
  CHECK(at.heard == QStringList{QStringLiteral("called off")});
  CHECK_FALSE(at.journal.copy.joined);
  at.flow.join("/home/alex/copy.footbridge");
  CHECK(at.text("titleLabel").startsWith(QStringLiteral("Alex")));
}

TEST_CASE("another refusal ends the asking") {
  Copies at;
  at.journal.copy.refuses = ErrorKind::AnotherJournal;
  at.flow.join("/home/alex/copy.footbridge");
  CHECK(at.dialog() == nullptr);
  CHECK(at.heard == QStringList{QStringLiteral("refused")});
}

TEST_CASE("what waits for the passphrase of a copy is taken in by its owner") {
  Copies at;
  at.journal.copy.waits = true;
  CHECK(at.flow.waitsFor(PartnerId::A));
  CHECK_FALSE(at.flow.waitsFor(PartnerId::B));
  at.flow.takeIn(PartnerId::A);
  CHECK(at.text("leadLabel").contains(QStringLiteral("safe")));
  at.answer("of today");
  CHECK(at.text("refusalLabel").contains(QStringLiteral("Nothing is lost.")));
  at.answer("older lanterns");
  CHECK(at.heard == QStringList{QStringLiteral("taken in")});
  CHECK_FALSE(at.flow.waitsFor(PartnerId::A));
}

TEST_CASE("the question for a copy's passphrase: reading order") {
  Copies at;
  at.flow.join("/home/alex/copy.footbridge");
  QStringList stops = tabStops(*at.dialog());
  stops.removeAll(QStringLiteral("scrollArea"));
  CHECK(stops == QStringList{QStringLiteral("secretEdit"), QStringLiteral("showButton"), QStringLiteral("laterButton"),
                             QStringLiteral("openButton"), QStringLiteral("safetyButton"),
                             QStringLiteral("hideButton")});
}
