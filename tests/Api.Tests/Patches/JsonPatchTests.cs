using System.Text.Json.Nodes;
using ActorKube.Api.Patches;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Tests.Patches;

public sealed class JsonPatchTests
{
    [Theory]
    [InlineData("{}", "[{'op':'add','path':'/a','value':1}]", "{'a':1}")]
    [InlineData("{'a':1}", "[{'op':'add','path':'/a','value':{'b':null}}]", "{'a':{'b':null}}")]
    [InlineData("{'a':[1,2]}", "[{'op':'add','path':'/a/1','value':9}]", "{'a':[1,9,2]}")]
    [InlineData("{'a':[1,2]}", "[{'op':'add','path':'/a/-','value':9}]", "{'a':[1,2,9]}")]
    [InlineData("{'a':[1,2]}", "[{'op':'add','path':'/a/-1','value':9}]", "{'a':[1,2,9]}")]
    [InlineData("{'a':[1,2]}", "[{'op':'remove','path':'/a/-1'}]", "{'a':[1]}")]
    [InlineData("{'a/b':{'c~d':1}}", "[{'op':'remove','path':'/a~1b/c~0d'}]", "{'a/b':{}}")]
    [InlineData("{'a':1}", "[{'op':'replace','path':'/b','value':2}]", "{'a':1,'b':2}")]
    [InlineData("{'a':[1]}", "[{'op':'replace','path':'/a/0','value':2}]", "{'a':[2]}")]
    [InlineData("{'a':1}", "[{'op':'replace','path':'','value':{'z':1}}]", "{'z':1}")]
    [InlineData("{'a':1}", "[{'op':'move','from':'/a','path':'/b'}]", "{'b':1}")]
    [InlineData("{'a':{'x':1}}", "[{'op':'copy','from':'/a','path':'/a/y'}]", "{'a':{'x':1,'y':{'x':1}}}")]
    [InlineData("{}", "[{'op':'copy','from':'/no','path':'/b'}]", "{'b':null}")]
    [InlineData("{'a':[1,{'b':'x'}]}", "[{'op':'test','path':'/a','value':[1,{'b':'x'}]}]", "{'a':[1,{'b':'x'}]}")]
    [InlineData("{'a':null}", "[{'op':'test','path':'/a','value':null}]", "{'a':null}")]
    [InlineData("{'a':1}", "[]", "{'a':1}")]
    [InlineData("{'a':1}", "[{'op':'test','path':'','value':{'a':1}}]", "{'a':1}")]
    public void Apply_Operations_ChangeTheDocument(string document, string patch, string expected)
    {
        var original = Json.Parse(document)!;
        Json.Equal(expected, JsonPatch.Apply(original, Json.Parse(patch)));
        Json.Equal(document, original);
    }

    [Theory]
    [InlineData("{}", "[{'op':'add','path':'/a/b','value':1}]")]
    [InlineData("{'a':null}", "[{'op':'add','path':'/a/b','value':1}]")]
    [InlineData("{'a':5}", "[{'op':'add','path':'/a/b','value':1}]")]
    [InlineData("{'a':[]}", "[{'op':'add','path':'/a/1','value':1}]")]
    [InlineData("{'a':[]}", "[{'op':'add','path':'/a/x','value':1}]")]
    [InlineData("{'a':[1]}", "[{'op':'replace','path':'/a/1','value':1}]")]
    [InlineData("{'a':[1]}", "[{'op':'remove','path':'/a/-2'}]")]
    [InlineData("{}", "[{'op':'remove','path':'/a'}]")]
    [InlineData("{}", "[{'op':'remove'}]")]
    [InlineData("{}", "[{'op':'add','path':'x','value':1}]")]
    [InlineData("{}", "[{'op':'add','path':'','value':{}}]")]
    [InlineData("{}", "[{'path':'/x'}]")]
    [InlineData("{}", "[{'op':'merge','path':'/x'}]")]
    [InlineData("{}", "[null]")]
    [InlineData("{'a':1}", "[{'op':'test','path':'/a','value':2}]")]
    [InlineData("{'a':1}", "[{'op':'test','path':'/b','value':2}]")]
    [InlineData("{'a':1}", "[{'op':'test','path':'/a'}]")]
    [InlineData("{}", "[{'op':'move','from':'/a','path':'/b'}]")]
    [InlineData("{'a':{}}", "[{'op':'move','from':'/a','path':'/a/b'}]")]
    public void Apply_OperationThatDoesNotFit_IsInapplicable(string document, string patch) =>
        Assert.Equal(PatchError.Inapplicable, Assert.Throws<PatchException>(() => JsonPatch.Apply(Json.Parse(document)!, Json.Parse(patch))).Error);

    [Theory]
    [InlineData("{}", "error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp")]
    [InlineData("[1]", "error decoding patch: json: cannot unmarshal number into Go value of type handlers.jsonPatchOp")]
    [InlineData("[{'op':true}]", "error decoding patch: json: cannot unmarshal bool into Go struct field jsonPatchOp.op of type string")]
    public void Apply_MalformedPatch_IsRefused(string patch, string message)
    {
        var error = Assert.Throws<PatchException>(() => JsonPatch.Apply(new JsonObject(), Json.Parse(patch)));
        Assert.Equal((PatchError.Malformed, message), (error.Error, error.Message));
    }

    [Fact]
    public void Apply_TooManyOperations_IsTooLarge()
    {
        var patch = new JsonArray([.. Enumerable.Range(0, 10_001).Select(_ => Json.Parse("{'op':'add','path':'/a','value':1}"))]);
        var error = Assert.Throws<PatchException>(() => JsonPatch.Apply(new JsonObject(), patch));
        Assert.Equal((PatchError.TooLarge, "The allowed maximum operations in a JSON patch is 10000, got 10001"), (error.Error, error.Message));
    }

    [Fact]
    public void Apply_CopiesThatMultiply_AreBounded()
    {
        var deeper = new JsonArray([.. Enumerable.Range(0, JsonLimits.MaxDepth + 9).Select(_ => Json.Parse("{'op':'copy','from':'/a','path':'/a/a'}"))]);
        Assert.Throws<PatchException>(() => JsonPatch.Apply(Json.Parse("{'a':{'a':1}}")!, deeper));
        var wider = new JsonArray([.. Enumerable.Range(0, 60).Select(_ => Json.Parse("{'op':'copy','from':'/a','path':'/a/-'}"))]);
        Assert.Throws<PatchException>(() => JsonPatch.Apply(Json.Parse("{'a':['0123456789']}")!, wider));
    }
}
