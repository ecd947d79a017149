// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/look.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QStyleOptionButton>
#include <array>

#include "catch.h"
#include "gui/look/icon.h"
#include "gui/look/type.h"
#include "gui/widgets/wrap_label.h"
#include "plain_afterwards.h"

namespace footbridge::gui {
namespace {

void checkReadable(const QColor& text, const QColor& ground, const std::string& what) {
  INFO(what << ": " << text.name().toStdString() << " on " << ground.name().toStdString());
  CHECK(look::contrast(text, ground) >= 4.5);
}

}  // namespace

TEST_CASE("every drawing of ours is in the program, with something to see in it", "[look]") {
  const auto isInked = [](const QPixmap& pixmap) {
    const QImage drawn = pixmap.toImage();
    for (int y = 0; y < drawn.height(); ++y)
      for (int x = 0; x < drawn.width(); ++x)
        if (qAlpha(drawn.pixel(x, y)) > 128) return true;
    return false;
  };
  for (const char* name : {"clear", "hide", "leave", "lock", "menu", "safety", "settings"}) {
    CAPTURE(name);
    CHECK(isInked(look::icon(QString::fromLatin1(name), Qt::black, 20)));
    // One picture, however often it is asked for: Qt keeps what it makes of each.
    CHECK(look::icon(QString::fromLatin1(name), Qt::black, 20).cacheKey() ==
          look::icon(QString::fromLatin1(name), Qt::black, 20).cacheKey());
  }
  CHECK(isInked(look::programIcon(64)));
  CHECK(isInked(QApplication::style()->standardIcon(QStyle::SP_LineEditClearButton).pixmap(16, 16)));
}

TEST_CASE("contrast is that of WCAG 2", "[look]") {
  CHECK(look::contrast(Qt::black, Qt::white) == Approx(21.0));
  CHECK(look::contrast(QColor(0x777777), Qt::white) == Approx(4.48).margin(0.01));
}

TEST_CASE("what can be pressed or written in stands out from its ground", "[look]") {
  for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
    Appearance appearance;
    appearance.theme = choice;
    const Theme theme = look::themeFor(appearance);
    for (const QColor& ground : {theme.paper, theme.card, theme.sunk}) {
      INFO(ground.name().toStdString());
      CHECK(look::contrast(theme.edge, ground) >= 3.0);
    }
  }
}

TEST_CASE("every text can be read on every ground it is set on", "[look]") {
  for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
    Appearance appearance;
    appearance.theme = choice;
    const Theme theme = look::themeFor(appearance);
    for (const char* name : {"ink", "soft", "faint", "ours", "strengths", "support", "safety", "conflict", "focus"}) {
      const QColor text = look::tokenColour(theme, QString::fromLatin1(name));
      for (const QColor& ground : {theme.paper, theme.card, theme.sunk}) checkReadable(text, ground, name);
    }
    for (const char* name : {"soft", "focus", "ours"})
      checkReadable(look::tokenColour(theme, QString::fromLatin1(name)), theme.ours.wash, name);
    checkReadable(theme.paper, theme.ink, "the button to go on");
    checkReadable(theme.card, theme.ours.ink, "ours");
  }
}

TEST_CASE("no text is smaller than can be read at arm's length", "[look]") {
  for (const look::TextLook& text : look::textLooks()) {
    INFO(text.name.toString().toStdString());
    CHECK(look::fontOf(text, 1.0).pixelSize() >= 16);
  }
  for (const char* role : {"go", "a", "ours", "link", "quiet", "nav", "aside", "chip", "choice", ""}) {
    QPushButton button;
    button.setProperty("role", QString::fromLatin1(role));
    button.ensurePolished();
    INFO("a button of the role " << role);
    CHECK(button.font().pixelSize() >= 16);
  }
}

TEST_CASE("other fonts are looked for only where a face has not every letter", "[look]") {
  for (const QStringView kind : {u"heading", u"body"}) {
    const QFont font = look::fontOf(look::textLook(kind), 1.0);
    CHECK(look::fontFor(QStringLiteral("Zoë’s – café"), font).styleStrategy() & QFont::NoFontMerging);
    for (const QString& name : {QStringLiteral("Юля"), QStringLiteral("美咲"), QStringLiteral("Sam 🌿")})
      CHECK(look::fontFor(name, look::fontFor({}, font)).styleStrategy() == QFont::PreferDefault);
  }
}

TEST_CASE("pairs of letters are moved together where it can be seen", "[look]") {
  const auto isKerned = [](QStringView kind, double scale, const QString& words) {
    const QFont font = look::fontFor(words, look::fontOf(look::textLook(kind), scale));
    return !(font.styleStrategy() & QFont::PreferNoShaping);
  };
  const QString words = QStringLiteral("To you, Ava");
  CHECK_FALSE(isKerned(u"body", 1.0, words));
  CHECK(isKerned(u"body", 1.0, words + QStringLiteral("e\u0301")));  // an accent of its own needs its place
  CHECK(isKerned(u"body", 1.0, QStringLiteral("to\u00adgether")));
  CHECK(isKerned(u"body", 1.5, words));
  CHECK(isKerned(u"heading", 1.0, words));
  CHECK(isKerned(u"speaker", 1.0, words));
}

TEST_CASE("a letter that the face lacks is drawn wherever words are shown", "[look]") {
  const PlainAfterwards plain;
  look::apply(*qApp, {});
  QPushButton button(QStringLiteral("Alex"));
  WrapLabel label;
  QLineEdit edit;
  QPlainTextEdit page;
  // Two signs that Inter has not: as boxes they would be alike.
  const auto tells = [](auto& widget, auto say) {
    std::array<QImage, 2> drawn;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      (widget.*say)(i == 0 ? QStringLiteral("☂") : QStringLiteral("☃"));
      widget.resize(200, 60);
      widget.ensurePolished();
      drawn.at(i) = widget.grab().toImage();
    }
    return drawn[0] != drawn[1];
  };
  CHECK(tells(button, &QPushButton::setText));
  CHECK(tells(label, &QLabel::setText));
  CHECK(tells(edit, &QLineEdit::setText));
  CHECK(tells(page, &QPlainTextEdit::setPlainText));
}

TEST_CASE("a window made before the look takes its font", "[look]") {
  const PlainAfterwards plain;
  QWidget window;
  QLineEdit edit(&window);
  Appearance large;
  large.textPercent = 150;
  look::apply(*qApp, large);
  CHECK(window.font().pixelSize() == 24);
  CHECK(edit.font().styleStrategy() & QFont::NoFontMerging);  // until it is shown, and polished
  edit.ensurePolished();
  CHECK(edit.font().styleStrategy() == QFont::PreferDefault);
}

TEST_CASE("all partner colours can be read, written and written on", "[look]") {
  for (const bool dark : {false, true}) {
    Appearance appearance;
    appearance.theme = dark ? ThemeChoice::Dark : ThemeChoice::Light;
    const Theme theme = look::themeFor(appearance);
    for (const PartnerColour colour : kPartnerColours) {
      const Hue hue = look::hueOf(colour, dark);
      const std::string name = look::tokenOf(colour).toString().toStdString();
      for (const QColor& ground : {theme.paper, theme.card, theme.sunk, hue.wash}) checkReadable(hue.ink, ground, name);
      checkReadable(theme.card, hue.ink, name + " as a button");
      checkReadable(theme.ink, hue.wash, name + " as a ground");
    }
  }
}

TEST_CASE("no two partner colours are the same, and none is ours", "[look]") {
  for (const bool dark : {false, true}) {
    Appearance appearance;
    appearance.theme = dark ? ThemeChoice::Dark : ThemeChoice::Light;
    const Hue ours = look::themeFor(appearance).ours;
    for (const PartnerColour one : kPartnerColours) {
      CHECK(look::hueOf(one, dark).ink != ours.ink);
      CHECK(look::hueOf(one, dark).wash != ours.wash);
      for (const PartnerColour other : kPartnerColours)
        if (one != other) CHECK(look::hueOf(one, dark).ink != look::hueOf(other, dark).ink);
    }
  }
}

TEST_CASE("a theme takes the colours its partners chose", "[look]") {
  Appearance appearance;
  appearance.a = PartnerColour::Moss;
  appearance.b = PartnerColour::Plum;
  const Theme theme = look::themeFor(appearance);
  CHECK(look::tokenColour(theme, u"a") == look::hueOf(PartnerColour::Moss, false).ink);
  CHECK(look::tokenWash(theme, u"b") == look::hueOf(PartnerColour::Plum, false).wash);
}

TEST_CASE("the desktop decides only where it is asked to", "[look]") {
  Appearance appearance;
  appearance.systemIsDark = true;
  CHECK(appearance.dark());
  appearance.theme = ThemeChoice::Light;
  CHECK_FALSE(appearance.dark());
}

TEST_CASE("a change of look reaches widgets that are on screen", "[look]") {
  const PlainAfterwards plain;
  QLabel label(QStringLiteral("words"));
  label.setProperty("look", QStringLiteral("soft"));
  label.show();
  const int before = label.fontMetrics().height();
  Appearance wanted;
  wanted.theme = ThemeChoice::Dark;
  wanted.textPercent = 200;
  look::apply(*qApp, wanted);
  CHECK(label.font().pixelSize() == 32);
  CHECK(label.fontMetrics().height() > before);
  CHECK(label.palette().color(QPalette::WindowText) == look::theme().soft);
  CHECK(look::theme().dark);
  look::setProperty(&label, "look", QStringLiteral("display"));
  CHECK(label.font().pixelSize() == 68);
}

TEST_CASE("text stays within 100 and 200 percent", "[look]") {
  const PlainAfterwards plain;
  Appearance wanted;
  wanted.textPercent = 900;
  look::apply(*qApp, wanted);
  CHECK(look::scale() == 2.0);
  wanted.textPercent = 10;
  look::apply(*qApp, wanted);
  CHECK(look::scale() == 1.0);
}

TEST_CASE("labels never take words for markup", "[look]") {
  QLabel label(QStringLiteral("<b>Alex</b>"));
  label.show();
  CHECK(label.textFormat() == Qt::PlainText);
}

TEST_CASE("buttons have the height of the drawings", "[look]") {
  QPushButton button(QStringLiteral("Begin together"));
  button.setProperty("role", QStringLiteral("go"));
  CHECK(button.sizeHint().height() == 48);
  QPushButton small(QStringLiteral("We did it"));
  small.setProperty("compact", true);
  CHECK(small.sizeHint().height() == 40);
  QPushButton score(QStringLiteral("4"));
  score.setProperty("role", QStringLiteral("score"));
  CHECK(score.sizeHint() == QSize(44, 38));
}

TEST_CASE("no ring goes through the letters of a link, which can be read where the keyboard is", "[look]") {
  for (const char* tint : {"", "soft"}) {
    QPushButton link(QStringLiteral("Open another journal"));
    link.setProperty("role", QStringLiteral("link"));
    link.setProperty("tint", QString::fromLatin1(tint));
    link.ensurePolished();
    link.resize(link.sizeHint());
    QImage drawn(link.size(), QImage::Format_ARGB32_Premultiplied);
    drawn.fill(look::theme().paper);
    QStyleOptionButton option;
    option.initFrom(&link);
    option.text = link.text();
    option.state |= QStyle::State_Enabled | QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    QPainter painter(&drawn);
    painter.setFont(link.font());
    link.style()->drawControl(QStyle::CE_PushButton, &option, &painter, &link);
    painter.end();
    INFO(tint);
    const QColor wash = drawn.pixelColor(drawn.width() - 1, 0);
    CHECK(wash != look::theme().paper);
    // But for the line beneath, nothing of the ring's colour, and words in ink.
    for (int y = 0; y < drawn.height() - 2; ++y)
      for (int x = 0; x < drawn.width(); ++x) REQUIRE(drawn.pixelColor(x, y) != look::theme().focus);
    CHECK(drawn.pixelColor(0, drawn.height() - 1) == look::theme().focus);
    CHECK(look::contrast(look::theme().ink, wash) >= 4.5);
  }
}

TEST_CASE("the first letter of a name is what its dot shows", "[look]") {
  CHECK(look::initialOf(QStringLiteral("sam")) == QStringLiteral("S"));
  CHECK(look::initialOf(QStringLiteral("élodie")) == QStringLiteral("É"));
  CHECK(look::initialOf(QStringLiteral("🦊")) == QStringLiteral("🦊"));
}

}  // namespace footbridge::gui
