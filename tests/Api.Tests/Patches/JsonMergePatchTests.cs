using ActorKube.Api.Patches;

namespace ActorKube.Api.Tests.Patches;

public sealed class JsonMergePatchTests
{
    [Theory]
    [InlineData("{'a':1}", "{'b':2}", "{'a':1,'b':2}")]
    [InlineData("{'a':1,'b':2}", "{'a':null}", "{'b':2}")]
    [InlineData("{'a':{'x':1,'y':2}}", "{'a':{'y':null,'z':3}}", "{'a':{'x':1,'z':3}}")]
    [InlineData("{'a':[1,2]}", "{'a':[3]}", "{'a':[3]}")]
    [InlineData("{'a':1}", "{'a':{'b':null,'c':1}}", "{'a':{'c':1}}")]
    [InlineData("{}", "{'a':{'b':{'c':null}}}", "{'a':{'b':{}}}")]
    [InlineData("{}", "{'a':[null,{'x':null}]}", "{'a':[null,{}]}")]
    [InlineData("{'a':{'b':1}}", "{'a':'text'}", "{'a':'text'}")]
    [InlineData("{'a':1}", "{}", "{'a':1}")]
    public void Apply_Patch_Merges(string document, string patch, string expected)
    {
        var original = Json.Object(document);
        Json.Equal(expected, JsonMergePatch.Apply(original, Json.Parse(patch)));
        Json.Equal(document, original);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("null")]
    public void Apply_NoObject_IsMalformed(string patch) =>
        Assert.Equal(PatchError.Malformed, Assert.Throws<PatchException>(() => JsonMergePatch.Apply([], Json.Parse(patch))).Error);
}
