using ActorKube.Host.Launcher.Images;

namespace ActorKube.EndToEnd.Tests.Launcher;

public sealed class ComposeEnvironmentTests
{
    [Theory(Timeout = 10_000)]
    [InlineData("", "own:1", "ACTORKUBE_TOKEN=secret\nACTORKUBE_POSTGRES_IMAGE=own:1\n")]
    [InlineData("", null, "ACTORKUBE_TOKEN=secret\n")]
    [InlineData("A=b\nACTORKUBE_TOKEN=mine\n", "own:1", "A=b\nACTORKUBE_TOKEN=mine\nACTORKUBE_POSTGRES_IMAGE=own:1\n")]
    [InlineData("ACTORKUBE_TOKEN=mine\nACTORKUBE_POSTGRES_IMAGE=other:2", "own:1", "ACTORKUBE_TOKEN=mine\nACTORKUBE_POSTGRES_IMAGE=other:2\n")]
    public void File_WithOrWithoutSettings_GetsThoseThatAreMissing(string text, string? image, string expected) => Assert.Equal(expected, ComposeEnvironment.Completed(text, image, "secret"));
}
