using ActorKube.NodeAgent.Docker;

namespace ActorKube.NodeAgent.Tests.Docker;

public sealed class ApiVersionTests
{
    [Theory]
    [InlineData("1.12", "1.41", "1.41")]
    [InlineData("1.24", "1.50", "1.41")]
    [InlineData("1.44", "1.52", "1.44")]
    public void Negotiate_RangeOfAnEngine_GivesTheOldestThatServes(string oldest, string newest, string expected) =>
        Assert.Equal(expected, ApiVersion.Negotiate(ApiVersion.Parse(oldest), ApiVersion.Parse(newest)).ToString());

    [Fact]
    public void Negotiate_EngineTooOld_SaysWhatIsNeeded()
    {
        var e = Assert.Throws<DockerException>(() => ApiVersion.Negotiate(ApiVersion.Parse("1.12"), ApiVersion.Parse("1.40")));

        Assert.Contains("20.10", e.Message, StringComparison.Ordinal);
    }
}
