using ActorKube.Api.Patches;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Tests.Patches;

public sealed class StrategicMergePatchTests
{
    private static readonly TypeModel Port = new("test.Port", [new("number", ValueModel.Int32), new("name", ValueModel.String)]);

    private static readonly TypeModel Item = new("test.Item",
    [
        new("name", ValueModel.String),
        new("image", ValueModel.String),
        new("args", new ListModel(ValueModel.String)),
        new("ports", new ListModel(new ObjectModel(() => Port))) { Patch = PatchStrategy.Merge, MergeKey = "number" },
    ]);

    private static readonly TypeModel Root = new("test.Root",
    [
        new("items", new ListModel(new ObjectModel(() => Item))) { Patch = PatchStrategy.Merge, MergeKey = "name" },
        new("tags", new ListModel(ValueModel.String)) { Patch = PatchStrategy.Merge },
        new("atomic", new ListModel(ValueModel.String)),
        new("keyless", new ListModel(new ObjectModel(() => Item))) { Patch = PatchStrategy.Merge },
        new("map", new MapModel(ValueModel.String)),
        new("inner", new ObjectModel(() => Root!)),
        new("replaced", new ObjectModel(() => Root!)) { Patch = PatchStrategy.Replace },
        new("text", ValueModel.String),
    ]);

    [Theory]
    // Objects and maps.
    [InlineData("{'text':'a','map':{'x':'1'}}", "{'map':{'y':'2'}}", "{'text':'a','map':{'x':'1','y':'2'}}")]
    [InlineData("{'map':{'x':'1','y':'2'}}", "{'map':{'x':null}}", "{'map':{'y':'2'}}")]
    [InlineData("{'map':{'x':'1'}}", "{'map':{'$patch':'replace','z':'3'}}", "{'map':{'z':'3'}}")]
    [InlineData("{'map':{'x':'1'}}", "{'map':{'$patch':'delete'}}", "{'map':{}}")]
    [InlineData("{}", "{'map':{'$patch':'replace','z':'3'}}", "{}")]
    [InlineData("{'inner':{'text':'a'}}", "{'inner':{'map':{'a':'b'}}}", "{'inner':{'text':'a','map':{'a':'b'}}}")]
    [InlineData("{'replaced':{'text':'a'}}", "{'replaced':{'map':{'a':'b'}}}", "{'replaced':{'map':{'a':'b'}}}")]
    [InlineData("{}", "{'inner':{'text':null,'map':{'x':null}}}", "{'inner':{'map':{}}}")]
    [InlineData("{'inner':{'text':'a','map':{}}}", "{'inner':{'$retainKeys':['text'],'text':'b'}}", "{'inner':{'text':'b'}}")]
    [InlineData("{'text':'a'}", "{'text':5}", "{'text':5}")]
    // Lists of objects.
    [InlineData("{'items':[{'name':'a','image':'1'},{'name':'b','image':'2'}]}", "{'items':[{'name':'b','image':'3'}]}",
        "{'items':[{'name':'a','image':'1'},{'name':'b','image':'3'}]}")]
    [InlineData("{'items':[{'name':'a'}]}", "{'items':[{'name':'n'}]}", "{'items':[{'name':'n'},{'name':'a'}]}")]
    [InlineData("{'items':[{'name':'a'},{'name':'b'}]}", "{'items':[{'name':'a','$patch':'delete'}]}", "{'items':[{'name':'b'}]}")]
    [InlineData("{'items':[{'name':'a'}]}", "{'items':[{'$patch':'replace'},{'name':'z'}]}", "{'items':[{'name':'z'}]}")]
    [InlineData("{'items':[{'name':'a','args':['1']}]}", "{'items':[{'name':'a','args':['2']}]}", "{'items':[{'name':'a','args':['2']}]}")]
    [InlineData("{'items':[{'name':'a','ports':[{'number':1},{'number':2}]}]}", "{'items':[{'name':'a','ports':[{'number':2,'name':'x'}]}]}",
        "{'items':[{'name':'a','ports':[{'number':1},{'number':2,'name':'x'}]}]}")]
    [InlineData("{}", "{'items':[{'name':'a','$patch':'delete'},{'name':'b','image':null}]}", "{'items':[{'name':'b'}]}")]
    [InlineData("{'items':[]}", "{'items':[]}", "{'items':[]}")]
    [InlineData("{'items':[{'name':'a'}]}", "{'items':null}", "{}")]
    [InlineData("{'items':[{'name':'a'}]}", "{'items':{'a':1}}", "{'items':{'a':1}}")]
    // Order.
    [InlineData("{'items':[{'name':'a'},{'name':'b'}]}", "{'$setElementOrder/items':[{'name':'b'},{'name':'a'}]}", "{'items':[{'name':'b'},{'name':'a'}]}")]
    [InlineData("{'items':[{'name':'a'},{'name':'b'}]}",
        "{'$setElementOrder/items':[{'name':'n'},{'name':'a'},{'name':'b'}],'items':[{'name':'n'}]}", "{'items':[{'name':'n'},{'name':'a'},{'name':'b'}]}")]
    [InlineData("{'items':[{'name':'a'},{'name':'s'},{'name':'b'}]}", "{'$setElementOrder/items':[{'name':'a'},{'name':'b'}]}",
        "{'items':[{'name':'a'},{'name':'s'},{'name':'b'}]}")]
    [InlineData("{'items':[{'name':'a'},{'name':'b'}]}", "{'$setElementOrder/items':[{'name':'b'}],'items':[{'name':'a','$patch':'delete'}]}", "{'items':[{'name':'b'}]}")]
    [InlineData("{'tags':['a','b']}", "{'$setElementOrder/tags':['b','a']}", "{'tags':['b','a']}")]
    [InlineData("{}", "{'$setElementOrder/tags':['b','a']}", "{}")]
    // Lists of scalars.
    [InlineData("{'tags':['a','b']}", "{'tags':['b','c']}", "{'tags':['a','b','c']}")]
    [InlineData("{'tags':['a','b']}", "{'$deleteFromPrimitiveList/tags':['a']}", "{'tags':['b']}")]
    [InlineData("{}", "{'$deleteFromPrimitiveList/tags':['a']}", "{}")]
    [InlineData("{'atomic':['a']}", "{'atomic':['b']}", "{'atomic':['b']}")]
    public void Apply_Patch_Merges(string document, string patch, string expected)
    {
        var (original, changes) = (Json.Object(document), Json.Parse(patch));
        Json.Equal(expected, StrategicMergePatch.Apply(original, changes, Root));
        Json.Equal(document, original);
        Json.Equal(patch, changes);
    }

    [Theory]
    [InlineData("{'inner':{}}", "{'inner':{'$retainKeys':'text'}}", PatchError.Malformed)]
    [InlineData("{'inner':{}}", "{'inner':{'$retainKeys':['map'],'text':'a'}}", PatchError.Malformed)]
    [InlineData("{}", "{'$setElementOrder':[]}", PatchError.Malformed)]
    [InlineData("{}", "{'$deleteFromPrimitiveList':[]}", PatchError.Malformed)]
    [InlineData("{}", "[]", PatchError.Malformed)]
    [InlineData("{'items':[{'name':'a'}]}", "{'items':[{'image':'x'}]}", PatchError.Stuck)]
    [InlineData("{'items':[{'name':'a'}]}", "{'items':['x']}", PatchError.Stuck)]
    [InlineData("{'items':[{'name':'a'}]}", "{'items':[[]]}", PatchError.Stuck)]
    [InlineData("{'items':[{'name':'a'}]}", "{'items':[{'$patch':'merge'}]}", PatchError.Stuck)]
    [InlineData("{'items':[{'name':'a'}]}", "{'items':[{'$patch':'what','name':'a'}]}", PatchError.Stuck)]
    [InlineData("{'keyless':[{'name':'a'}]}", "{'keyless':[{'name':'b'}]}", PatchError.Stuck)]
    [InlineData("{'map':{}}", "{'map':{'$patch':'what'}}", PatchError.Stuck)]
    [InlineData("{}", "{'$setElementOrder/items':[{'name':'a'}],'items':[{'name':'b'}]}", PatchError.Stuck)]
    [InlineData("{'tags':['a']}", "{'$setElementOrder/tags':5}", PatchError.Stuck)]
    public void Apply_BadPatch_IsRefused(string document, string patch, PatchError expected) => Assert.Equal(
        expected, Assert.Throws<PatchException>(() => StrategicMergePatch.Apply(Json.Object(document), Json.Parse(patch), Root)).Error);
}
