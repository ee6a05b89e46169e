using System.Globalization;
using ActorKube.Api.Text;

namespace ActorKube.Api.Tests.Text;

public sealed class GoTimeTests
{
    [Theory]
    [InlineData("2001-02-03T04:05:06Z", false, "2001-02-03T04:05:06.0000000+00:00")]
    [InlineData("2001-02-03T04:05:06.5+01:30", false, "2001-02-03T02:35:06.5000000+00:00")]
    [InlineData("2001-02-03T04:05:06.123456Z", true, "2001-02-03T04:05:06.1234560+00:00")]
    public void TryParse_Time_GivesIt(string text, bool isMicro, string expected)
    {
        Assert.True(GoTime.TryParse(text, isMicro, out var time, out _));
        Assert.Equal(expected, time.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("x", false, "parsing time \"x\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"x\" as \"2006\"")]
    [InlineData("2001-02-03", false, "parsing time \"2001-02-03\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"T\"")]
    [InlineData("2001-02-03 04:05:06Z", false, "parsing time \"2001-02-03 04:05:06Z\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \" 04:05:06Z\" as \"T\"")]
    [InlineData("2001-02-30T04:05:06Z", false, "parsing time \"2001-02-30T04:05:06Z\": day out of range")]
    [InlineData("2001-13-03T04:05:06Z", false, "parsing time \"2001-13-03T04:05:06Z\": month out of range")]
    [InlineData("2001-02-03T04:05:06", false, "parsing time \"2001-02-03T04:05:06\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"Z07:00\"")]
    [InlineData("2001-02-03T04:05:06Zx", false, "parsing time \"2001-02-03T04:05:06Zx\": extra text: \"x\"")]
    [InlineData("2001-02-03T04:05:06Z", true, "parsing time \"2001-02-03T04:05:06Z\" as \"2006-01-02T15:04:05.000000Z07:00\": cannot parse \"Z\" as \".000000\"")]
    public void TryParse_AnythingElse_SaysWhatIsWrong(string text, bool isMicro, string expected)
    {
        Assert.False(GoTime.TryParse(text, isMicro, out _, out var error));
        Assert.Equal(expected, error);
    }
}
