// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QMessageBox>
#include <QTest>
#include <QTimer>
#include <algorithm>

#include "catch.h"
#include "evening.h"
#include "gui/widgets/card_button.h"

using namespace footbridge;
using namespace footbridge::app_test;

TEST_CASE("Letting the other back in, broken off, leaves nothing open behind a page that looks locked") {
  Evening evening;
  askAlexToLetSamIn(evening);
  CHECK(evening.next().empty());
  evening.robot().press(QStringLiteral("cancelButton"));
  REQUIRE_FALSE(evening.next().empty());
  evening.restart();
  CHECK(evening.program().journal()->door(VaultId::A) == DoorState::Locked);
}

TEST_CASE("Whoever asks for the page of safety over a dialog whose end locks comes to it, and everything is locked") {
  Evening evening;
  askAlexToLetSamIn(evening);
  QWidget* dialog = QApplication::activeModalWidget();
  REQUIRE(dialog != nullptr);
  QTest::keyClick(dialog, Qt::Key_F1);
  REQUIRE(evening.robot().wait([&evening] { return !evening.next().empty(); }));
  evening.restart();
  CHECK(evening.program().window().currentPage() == gui::PageName::Safety);
  CHECK(evening.program().journal()->door(VaultId::A) == DoorState::Locked);
  CHECK(evening.program().journal()->door(VaultId::B) == DoorState::Locked);
  evening.robot().press(QStringLiteral("backButton"));
  CHECK(evening.program().window().currentPage() == gui::PageName::Unlock);
  Q_EMIT evening.program().window().lockAsked();  // asked for once, it is not come to again
  REQUIRE_FALSE(evening.next().empty());
  CHECK(std::ranges::find(evening.next(), "--page") == evening.next().end());
}

TEST_CASE("Once both have sat down, nothing shows what one of them wrote alone") {
  Evening evening;
  evening.start({evening.path()});
  app::Robot& robot = evening.robot();
  robot.press(QStringLiteral("partnerAButton"));
  giveSecret(robot, kAlex);
  Journal& journal = *evening.program().journal();
  REQUIRE(journal.add(VaultId::A, PartnerId::A, Note{"only Alex knows"}).ok());
  Q_EMIT evening.program().window().navigated(gui::PageName::Practices);
  robot.press(QStringLiteral("exercise_what-would-help"));
  robot.press(QStringLiteral("firstReadyButton"));
  robot.press(QStringLiteral("secondReadyButton"));
  REQUIRE(evening.program().window().currentPage() == gui::PageName::Player);
  Q_EMIT evening.program().window().navigated(gui::PageName::Story);
  REQUIRE(evening.program().window().currentPage() == gui::PageName::Story);
  CHECK_FALSE(robot.sees(QStringLiteral("mineChip")));
}

TEST_CASE("Whoever joins finds nothing open of the one who was here before") {
  Evening evening({}, Evening::Of::One);
  comeInAs(evening, "partnerAButton", kAlex);
  REQUIRE(evening.program().journal()->add(VaultId::A, PartnerId::A, Note{"only Alex knows"}).ok());
  app::Robot& robot = evening.robot();
  Q_EMIT evening.program().window().navigated(gui::PageName::Settings);
  robot.press(QStringLiteral("journalButton"));
  robot.type(QStringLiteral("joinNameEdit"), QStringLiteral("Lee"));
  robot.press(QStringLiteral("joinButton"));
  REQUIRE(robot.wait([&evening] { return !evening.next().empty(); }));
  evening.restart();
  CHECK(evening.program().window().currentPage() == gui::PageName::Unlock);
  CHECK(evening.program().journal()->partners().size() == 2);
  CHECK(evening.program().journal()->door(VaultId::A) == DoorState::Locked);
}

TEST_CASE("Whoever leaves a gate that the laptop was handed through finds nothing open") {
  Evening evening;
  comeInAs(evening, "partnerBButton", kSam);
  app::Robot& robot = evening.robot();
  Q_EMIT evening.program().window().navigated(gui::PageName::Practices);
  robot.press(QStringLiteral("exercise_round-and-round"));
  REQUIRE(evening.program().window().currentPage() == gui::PageName::Gate);
  robot.press(QStringLiteral("bothButton"));
  robot.press(QStringLiteral("leaveLink"));
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  CHECK(robot.faults().isEmpty());
  CHECK_FALSE(evening.next().empty());
}

TEST_CASE("From a gate of two, an exercise for one is begun by the one who took the laptop for it") {
  Evening evening({}, Evening::Of::TwoAlexOpen);
  evening.start({evening.path()});
  app::Robot& robot = evening.robot();
  robot.press(QStringLiteral("partnerAButton"));
  robot.press(QStringLiteral("openButton"));
  Q_EMIT evening.program().window().navigated(gui::PageName::Practices);
  robot.press(QStringLiteral("exercise_round-and-round"));
  const auto pick = [&robot](bool goOn) {
    robot.press(QStringLiteral("readyButton"));
    const auto* box = robot.find(QStringLiteral("gateChoices"));
    REQUIRE(box != nullptr);
    const auto choices = box->findChildren<gui::CardButton*>();
    (goOn ? choices.front() : choices.back())->click();
    robot.press(QStringLiteral("doneButton"));
  };
  robot.press(QStringLiteral("bothButton"));
  pick(false);
  pick(false);
  robot.press(QStringLiteral("readyButton"));
  robot.press(QStringLiteral("way_a-clear-word"));
  REQUIRE(evening.program().window().currentPage() == gui::PageName::Gate);
  robot.press(QStringLiteral("forBButton"));
  pick(true);
  REQUIRE(evening.program().window().currentPage() == gui::PageName::Exercise);
  robot.press(QStringLiteral("beginButton"));
  giveSecret(robot, kSam);
  CHECK(evening.program().window().currentPage() == gui::PageName::Player);
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  CHECK(robot.faults().isEmpty());
  CHECK(evening.program().journal()->sittings(Reader::B).size() == 1);
  CHECK(evening.program().journal()->sittings(Reader::A).empty());
}

TEST_CASE("Who calls off the other's passphrase for a look is where they were, alone as before") {
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  REQUIRE(evening.program().journal()->add(VaultId::A, PartnerId::A, Note{"only Alex knows"}).ok());
  app::Robot& robot = evening.robot();
  Q_EMIT evening.program().window().navigated(gui::PageName::WeeklyLook);
  robot.press(QStringLiteral("openButton"));
  robot.press(QStringLiteral("laterButton"));
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  CHECK(robot.faults().isEmpty());
  CHECK(evening.program().window().currentPage() == gui::PageName::WeeklyLook);
  CHECK(evening.next().empty());
  Q_EMIT evening.program().window().navigated(gui::PageName::Story);
  CHECK(robot.sees(QStringLiteral("mineChip")));
}

namespace {

/// Presses on in the box that tells something before a lock, whenever one comes.
class Teller {
 public:
  Teller() {
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
      auto* told = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (told == nullptr) return;
      m_wasTold = true;
      told->accept();
    });
    m_timer.start(20);
  }
  [[nodiscard]] bool wasTold() const { return m_wasTold; }

 private:
  QTimer m_timer;
  bool m_wasTold = false;
};

}  // namespace

TEST_CASE("Where both typed their passphrase and nothing can be opened yet, it is said, and neither key stays") {
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  app::Robot& robot = evening.robot();
  const Teller teller;
  Q_EMIT evening.program().window().navigated(gui::PageName::WeeklyLook);
  robot.press(QStringLiteral("openButton"));
  giveSecret(robot, kSam);
  CHECK(teller.wasTold());
  CHECK_FALSE(evening.next().empty());
}

TEST_CASE("Where one typed the only passphrase and nothing can be opened yet, the other does not get their words") {
  Evening evening({}, Evening::Of::TwoAlexOpen);
  for (const bool asAlex : {true, false}) {
    evening.start({evening.path()});
    app::Robot& robot = evening.robot();
    if (asAlex) robot.press(QStringLiteral("partnerAButton"));
    robot.press(asAlex ? QStringLiteral("openButton") : QStringLiteral("oursButton"));
    REQUIRE(evening.program().window().currentPage() == gui::PageName::Today);
    const Teller teller;
    Q_EMIT evening.program().window().navigated(gui::PageName::WeeklyLook);
    robot.press(QStringLiteral("openButton"));
    giveSecret(robot, kSam);
    CHECK(teller.wasTold());
    REQUIRE_FALSE(evening.next().empty());
    evening.restart();
    CHECK(evening.program().journal()->door(VaultId::B) == DoorState::Locked);
  }
}
