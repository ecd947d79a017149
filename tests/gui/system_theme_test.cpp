// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/system_theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

#include "catch.h"
#include "private_bus.h"

using footbridge::gui::SystemTheme;
using footbridge::test::PrivateBus;

namespace {

const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kColours = QStringLiteral("org.freedesktop.appearance");
const QString kScheme = QStringLiteral("color-scheme");
constexpr uint kNoPreference = 0;
constexpr uint kDark = 1;
constexpr uint kLight = 2;

/// A desktop's settings, as its portal gives them out.
class Settings : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

 public:
  explicit Settings(const QDBusConnection& bus) : m_bus(bus) {
    isThere = m_bus.registerObject(kPath, this, QDBusConnection::ExportAllSlots) &&
              m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
  }
  void change(const QString& group, const QString& key, uint to) {
    QDBusMessage said = QDBusMessage::createSignal(kPath, QStringLiteral("org.freedesktop.portal.Settings"),
                                                   QStringLiteral("SettingChanged"));
    said << group << key << QVariant::fromValue(QDBusVariant(to));
    m_bus.send(said);
  }
  uint scheme = kNoPreference;
  bool isThere = false;

 public Q_SLOTS:
  /// Older portals wrap the value twice here, and so does this one.
  QDBusVariant Read(const QString& group, const QString& key) {
    CHECK(group == kColours);
    CHECK(key == kScheme);
    return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
  }

 private:
  QDBusConnection m_bus;
};

bool last(const QSignalSpy& heard) {
  REQUIRE_FALSE(heard.isEmpty());
  return heard.last().first().toBool();
}

}  // namespace

TEST_CASE("The desktop says at once whether it is dark, and again whenever that changes", "[look]") {
  const PrivateBus bus;
  REQUIRE(bus.runs());
  Settings desktop(bus.connection("desktop"));
  REQUIRE(desktop.isThere);
  desktop.scheme = kDark;
  SystemTheme theme;
  QSignalSpy heard(&theme, &SystemTheme::darkPreferred);
  theme.ask(bus.connection("ours"));
  REQUIRE(heard.wait(3000));
  CHECK(last(heard));

  desktop.change(kColours, kScheme, kLight);
  REQUIRE(heard.wait(3000));
  CHECK_FALSE(last(heard));
  desktop.change(kColours, kScheme, kDark);
  REQUIRE(heard.wait(3000));
  CHECK(last(heard));
  desktop.change(kColours, QStringLiteral("accent-color"), kLight);
  desktop.change(QStringLiteral("org.gnome.desktop.interface"), kScheme, kLight);
  desktop.change(kColours, kScheme, kNoPreference);
  REQUIRE(heard.wait(3000));
  CHECK(heard.count() == 4);  // nothing else was taken for it
  CHECK_FALSE(last(heard));
}

TEST_CASE("A desktop without a portal, or without a bus, is asked without a word", "[look]") {
  const PrivateBus bus;
  REQUIRE(bus.runs());
  SystemTheme theme;
  const QSignalSpy heard(&theme, &SystemTheme::darkPreferred);
  theme.ask(bus.connection("ours"));
  theme.ask(QDBusConnection(QStringLiteral("none")));
  QTest::qWait(100);
  CHECK(heard.isEmpty());
}

#include "system_theme_test.moc"
