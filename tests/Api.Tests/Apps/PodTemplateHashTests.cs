using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Tests.Apps;

public sealed class PodTemplateHashTests
{
    private static readonly PodTemplateSpec Template = new()
    {
        Metadata = new ObjectMeta { Labels = new Dictionary<string, string> { ["app"] = "x", ["a"] = "b" } },
        Spec = new() { Containers = [new Container { Name = "c", Image = "i:1" }] },
    };

    /// <summary>Stored objects carry these names: the values are fixed for ever.</summary>
    [Fact]
    public void Compute_KnownTemplate_NeverChanges()
    {
        Assert.Equal("6f99c548bb", PodTemplateHash.Compute(Template));
        Assert.Equal("67586f6d46", PodTemplateHash.Compute(Template, 0));
        Assert.Equal("7dd4f99679", PodTemplateHash.Compute(Template, 1));
    }

    [Fact]
    public void Compute_OrderOfLabels_DoesNotMatter()
    {
        var other = Template with { Metadata = new ObjectMeta { Labels = new Dictionary<string, string> { ["a"] = "b", ["app"] = "x" } } };
        Assert.Equal(PodTemplateHash.Compute(Template), PodTemplateHash.Compute(other));
    }

    [Fact]
    public void Compute_Change_GivesAnotherHash()
    {
        var other = Template with { Spec = Template.Spec with { Containers = [new Container { Name = "c", Image = "i:2" }] } };
        Assert.NotEqual(PodTemplateHash.Compute(Template), PodTemplateHash.Compute(other));
    }

    [Fact]
    public void ComputeRevision_OrderAndSpace_DoNotMatter() => Assert.Equal(
        PodTemplateHash.ComputeRevision(RawJson.Parse("""{"a":1,"b":{"c":2}}"""), 3),
        PodTemplateHash.ComputeRevision(RawJson.Parse("""{ "b": {"c": 2}, "a": 1 }"""), 3));

    [Theory]
    [InlineData("0123456789", "456789bcdf")]
    [InlineData("", "")]
    public void SafeEncode_Digits_AreMapped(string digits, string text) => Assert.Equal(text, PodTemplateHash.SafeEncode(digits));
}
