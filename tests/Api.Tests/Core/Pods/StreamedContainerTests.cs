using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class StreamedContainerTests
{
    private static readonly Pod Two = Pod("a", "b");

    [Theory]
    [InlineData(null, "only")]
    [InlineData("", "only")]
    [InlineData("init", "init")]
    public void Choose_PodOfOneContainer_FindsIt(string? asked, string expected) => Assert.Equal(expected, StreamedContainer.Choose(Pod("only"), asked));

    [Fact]
    public void Choose_SeveralAndNoName_TellsTheChoice() => Assert.Equal(
        "a container name must be specified for pod p, choose one of: [init a b]", Assert.Throws<ApiException>(static () => StreamedContainer.Choose(Two, null)).Message);

    [Fact]
    public void Choose_UnknownName_IsRefused() => Assert.Equal(
        "container c is not valid for pod p", Assert.Throws<ApiException>(static () => StreamedContainer.Choose(Two, "c")).Message);

    private static Pod Pod(params string[] names) => new()
    {
        Metadata = new ObjectMeta { Name = "p" },
        Spec = new PodSpec { InitContainers = [new Container { Name = "init" }], Containers = [.. names.Select(static n => new Container { Name = n })] },
    };
}
