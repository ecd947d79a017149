// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/draft_keeper.h"

#include <QSignalSpy>
#include <QTest>

#include "catch.h"
#include "fakes/memory_journal.h"

using namespace footbridge;
using namespace footbridge::gui;
using footbridge::fakes::MemoryJournal;

namespace {

Partner alex() {
  return {PartnerId::A, *PartnerName::from("Alex"), PartnerColour::Ember};
}

struct Desk {
  Desk() {
    keeper.watch({VaultId::A, "page"}, [this] { return emptyCounts ? std::optional(words) : unlessEmpty(words); });
  }
  void type(const QString& text) {
    words = text;
    keeper.typed();
  }
  [[nodiscard]] std::optional<std::string> kept() const { return journal.findDraft(VaultId::A, "page"); }

  MemoryJournal journal{alex(), std::nullopt};
  QString words;
  bool emptyCounts = false;  ///< other words would stand on the page if nothing were kept
  DraftKeeper keeper{journal};
};

}  // namespace

TEST_CASE("Words are kept three seconds after the first key, not before and not at every key", "[draft_keeper]") {
  Desk desk;
  desk.type(QStringLiteral("h"));
  QTest::qWait(1500);
  desk.type(QStringLiteral("half"));
  CHECK_FALSE(desk.kept());
  QTest::qWait(1800);
  CHECK(desk.kept() == "half");
}

TEST_CASE("Leaving keeps at once, and what was emptied is forgotten", "[draft_keeper]") {
  Desk desk;
  desk.type(QStringLiteral("half"));
  CHECK(desk.keeper.keep());
  CHECK(desk.kept() == "half");
  desk.type(QString());
  CHECK(desk.keeper.keep());
  CHECK_FALSE(desk.kept());
}

TEST_CASE("An emptied page is kept as one where other words would stand on it otherwise", "[draft_keeper]") {
  Desk desk;
  desk.emptyCounts = true;
  desk.type(QStringLiteral("half"));
  desk.type(QString());
  const auto sealed = desk.keeper.sealed();
  REQUIRE(sealed);
  CHECK(desk.keeper.keep());
  CHECK(desk.kept() == "");

  MemoryJournal next(alex(), std::nullopt);
  REQUIRE(next.takeDraft(*sealed).ok());
  CHECK(next.findDraft(VaultId::A, "page") == "");
  desk.keeper.settle();
  CHECK_FALSE(desk.kept());
}

TEST_CASE("What the disk does not take is said, tried again, and can be carried over", "[draft_keeper]") {
  Desk desk;
  const QSignalSpy refused(&desk.keeper, &DraftKeeper::refused);
  desk.type(QStringLiteral("an hour of writing"));
  CHECK_FALSE(desk.keeper.sealed() == std::nullopt);
  desk.journal.refuses = ErrorKind::DiskFull;
  CHECK_FALSE(desk.keeper.keep());
  CHECK(refused.count() == 1);
  const auto sealed = desk.keeper.sealed();
  REQUIRE(sealed);
  desk.journal.refuses.reset();
  QTest::qWait(1300);
  CHECK(desk.kept() == "an hour of writing");
  CHECK_FALSE(desk.keeper.sealed());

  MemoryJournal next(alex(), std::nullopt);
  REQUIRE(next.takeDraft(*sealed).ok());
  CHECK(next.findDraft(VaultId::A, "page") == "an hour of writing");
}

TEST_CASE("Words that became an answer leave no draft", "[draft_keeper]") {
  Desk desk;
  desk.type(QStringLiteral("half"));
  REQUIRE(desk.keeper.keep());
  desk.type(QStringLiteral("whole"));
  desk.keeper.settle();
  CHECK_FALSE(desk.kept());
  QTest::qWait(3200);
  CHECK_FALSE(desk.kept());
}
