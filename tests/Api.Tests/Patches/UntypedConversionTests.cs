using System.Text.Json.Nodes;
using ActorKube.Api.Core;
using ActorKube.Api.Patches;

namespace ActorKube.Api.Tests.Patches;

public sealed class UntypedConversionTests
{
    [Theory]
    [InlineData("{'spec':{'containers':{'a':1}}}", "cannot restore slice from map")]
    [InlineData("{'spec':{'containers':[{'name':5}]}}", "cannot convert int64 to string")]
    [InlineData("{'spec':{'containers':['a']}}", "cannot restore struct from: string")]
    [InlineData("{'metadata':{'labels':[]}}", "cannot restore map from slice")]
    [InlineData("{'spec':{'hostNetwork':'x'}}", "unrecognized type: bool")]
    [InlineData("{'spec':{'terminationGracePeriodSeconds':1.5}}", "cannot convert float64 to int64")]
    [InlineData("{'metadata':{'creationTimestamp':5}}", "json: cannot unmarshal number into Go value of type string")]
    [InlineData("{'spec':{'containers':[{'name':'a'}],'hostNetwork':true},'metadata':{'labels':{'a':'b'}}}", null)]
    public void FindError_Document_NamesTheFirstMismatch(string json, string? expected) =>
        Assert.Equal(expected, UntypedConversion.FindError(JsonNode.Parse(json.Replace('\'', '"')), Pod.Model));

    [Fact]
    public void Quoted_Document_IsPrintedAsGoPrintsMaps() => Assert.Equal(
        "\"map[a:[x y] b:map[c:<nil> d:1 e:true] f:1.5]\"",
        PlainText.Quoted(JsonNode.Parse("""{"b":{"e":true,"d":1,"c":null},"a":["x","y"],"f":1.5}""")));
}
