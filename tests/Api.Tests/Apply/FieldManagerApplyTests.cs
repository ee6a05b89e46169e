using ActorKube.Api.Apply;

namespace ActorKube.Api.Tests.Apply;

public sealed class FieldManagerApplyTests
{
    [Fact]
    public void Apply_New_OwnsWhatItSays() => ApplyScript.Configs()
        .Apply("a", "{'data':{'x':'1'}}")
        .ExpectFields("a", "{'f:data':{'f:x':{}}}")
        .Expect("data", "{'x':'1'}");

    [Fact]
    public void Apply_Twice_ChangesNothing()
    {
        var script = ApplyScript.Configs().Apply("a", "{'data':{'x':'1'}}");
        var managed = script.Managed;
        script.Apply("a", "{'data':{'x':'1'}}");
        Assert.False(script.LastChanged);
        Assert.Equal(managed.Entries, script.Managed.Entries);
    }

    [Fact]
    public void Apply_WithoutAnOwnedField_RemovesIt() => ApplyScript.Configs()
        .Apply("a", "{'data':{'x':'1','y':'2'}}")
        .Apply("a", "{'data':{'x':'1'}}")
        .Expect("data", "{'x':'1'}")
        .ExpectFields("a", "{'f:data':{'f:x':{}}}");

    [Fact]
    public void Apply_SharedField_StaysUntilTheLastOwnerGoes() => ApplyScript.Configs()
        .Apply("a", "{'data':{'x':'1'}}")
        .Apply("b", "{'data':{'x':'1'}}")
        .Apply("a", "{}")
        .Expect("data", "{'x':'1'}")
        .ExpectFields("a", null)
        .Apply("b", "{}")
        .Expect("data", null);

    [Fact]
    public void Apply_FieldOfAnother_IsAConflict()
    {
        var script = ApplyScript.Configs().Apply("a", "{'metadata':{'labels':{'l':'1'}},'data':{'x':'1','y':'1'}}");
        var one = Assert.Throws<ApplyConflictException>(() => script.Apply("b", "{'data':{'x':'2'}}"));
        Assert.Equal("Apply failed with 1 conflict: conflict with \"a\": .data.x", one.Message);
        var several = Assert.Throws<ApplyConflictException>(() => script.Apply("b", "{'metadata':{'labels':{'l':'2'}},'data':{'x':'2','y':'2'}}"));
        Assert.Equal("Apply failed with 3 conflicts: conflicts with \"a\":\n- .data.x\n- .data.y\n- .metadata.labels.l", several.Message);
        Assert.Equal("conflict with \"a\"", several.Conflicts[0].Message);
    }

    [Fact]
    public void Apply_FieldOfAnUpdater_NamesTheVersion()
    {
        var script = ApplyScript.Workloads().Update("kubectl", "{'spec':{'replicas':1}}");
        var conflict = Assert.Throws<ApplyConflictException>(() => script.Apply("a", "{'spec':{'replicas':2}}"));
        Assert.Equal("Apply failed with 1 conflict: conflict with \"kubectl\" using apps/v1: .spec.replicas", conflict.Message);
    }

    [Fact]
    public void Apply_Force_TakesTheField() => ApplyScript.Configs()
        .Apply("a", "{'data':{'x':'1','y':'1'}}")
        .Apply("b", "{'data':{'x':'2'}}", force: true)
        .ExpectFields("a", "{'f:data':{'f:y':{}}}")
        .ExpectFields("b", "{'f:data':{'f:x':{}}}")
        .Expect("data", "{'x':'2','y':'1'}");

    [Fact]
    public void Apply_KeyedItems_AreOwnedOneByOne() => ApplyScript.Workloads()
        .Apply("a", "{'spec':{'containers':[{'name':'a','image':'1'}]}}")
        .Apply("b", "{'spec':{'containers':[{'name':'b','image':'2'}]}}")
        .ExpectFields("b", "{'f:spec':{'f:containers':{'k:{\\'name\\':\\'b\\'}':{'.':{},'f:image':{},'f:name':{}}}}}")
        .Expect("spec.containers", "[{'name':'a','image':'1'},{'name':'b','image':'2'}]")
        .Apply("a", "{}")
        .Expect("spec.containers", "[{'name':'b','image':'2'}]");

    [Fact]
    public void Apply_ItemWithFieldsOfAnother_KeepsTheItem() => ApplyScript.Workloads()
        .Apply("a", "{'spec':{'containers':[{'name':'a','image':'1'}]}}")
        .Apply("b", "{'spec':{'containers':[{'name':'a','env':[{'name':'E','value':'1'}]}]}}")
        .Apply("a", "{}")
        .Expect("spec.containers", "[{'name':'a','env':[{'name':'E','value':'1'}]}]");

    [Fact]
    public void Apply_KeysWithDefaults_IdentifyItems() => ApplyScript.Workloads()
        .Apply("a", "{'spec':{'containers':[{'name':'a','ports':[{'containerPort':80}]}]}}")
        .Apply("b", "{'spec':{'containers':[{'name':'a','ports':[{'containerPort':80,'protocol':'TCP','name':'web'},{'containerPort':80,'protocol':'UDP'}]}]}}")
        .Expect("spec.containers.0.ports", "[{'containerPort':80,'protocol':'TCP','name':'web'},{'containerPort':80,'protocol':'UDP'}]");

    [Fact]
    public void Apply_OrderOfItems_FollowsTheConfiguration() => ApplyScript.Workloads()
        .Apply("a", "{'spec':{'containers':[{'name':'a'},{'name':'b'},{'name':'c'}]}}")
        .Apply("x", "{'spec':{'containers':[{'name':'x'}]}}")
        .Apply("a", "{'spec':{'containers':[{'name':'c'},{'name':'n'},{'name':'a'}]}}")
        .Expect("spec.containers", "[{'name':'c'},{'name':'x'},{'name':'n'},{'name':'a'}]");

    [Fact]
    public void Apply_Sets_AreOwnedByValue() => ApplyScript.Configs()
        .Apply("a", "{'metadata':{'finalizers':['x.io/a','x.io/b']}}")
        .Apply("b", "{'metadata':{'finalizers':['x.io/b','x.io/c']}}")
        .ExpectFields("a", "{'f:metadata':{'f:finalizers':{'v:\\'x.io/a\\'':{},'v:\\'x.io/b\\'':{}}}}")
        .Apply("a", "{}")
        .Expect("metadata.finalizers", "['x.io/b','x.io/c']");

    [Theory]
    [InlineData("{'spec':{'tolerations':[{'key':'a'}]}}", "{'spec':{'tolerations':[{'key':'b'}]}}", ".spec.tolerations")]
    [InlineData("{'spec':{'nodeSelector':{'a':'1'}}}", "{'spec':{'nodeSelector':{'b':'1'}}}", ".spec.nodeSelector")]
    [InlineData("{'spec':{'selector':{'matchLabels':{'a':'1'}}}}", "{'spec':{'selector':{'matchLabels':{'b':'1'}}}}", ".spec.selector")]
    [InlineData("{'spec':{'extra':{'l':[1]}}}", "{'spec':{'extra':{'l':[2]}}}", ".spec.extra.l")]
    [InlineData("{'spec':{'extra':{'m':{'x':1}}}}", "{'spec':{'extra':{'m':{'x':2}}}}", ".spec.extra.m.x")]
    [InlineData("{'spec':{'extra':5}}", "{'spec':{'extra':{'a':1}}}", ".spec.extra")]
    public void Apply_AtomicAndUnknownValues_HaveOneOwner(string first, string second, string path)
    {
        var script = ApplyScript.Workloads().Apply("a", first);
        Assert.Equal(path, Assert.Throws<ApplyConflictException>(() => script.Apply("b", second)).Conflicts[0].Path.ToString());
    }

    [Fact]
    public void Apply_Null_IsOwnedButKeepsTheValuesOfOthers() => ApplyScript.Configs()
        .Apply("a", "{'data':{'x':'1'}}")
        .Apply("b", "{'data':null}")
        .Expect("data", "{'x':'1'}")
        .ExpectFields("b", "{'f:data':{}}");

    [Fact]
    public void Apply_EmptyMap_IsOwned() => ApplyScript.Configs()
        .Apply("a", "{'data':{}}")
        .ExpectFields("a", "{'f:data':{}}")
        .Expect("data", "{}");

    [Fact]
    public void Apply_ResetFields_AreNotOwned() => ApplyScript.Workloads()
        .Apply("a", "{'spec':{'replicas':1},'status':{'replicas':5}}")
        .ExpectFields("a", "{'f:spec':{'f:replicas':{}}}");

    [Fact]
    public void Apply_ToAnUntrackedObject_MakesAnOwnerForWhatWasThere()
    {
        var script = ApplyScript.Configs().Update("u", "{'data':{'x':'1'}}");
        ManagedFields.Empty.WriteTo(script.Live);
        var conflict = Assert.Throws<ApplyConflictException>(() => script.Apply("a", "{'data':{'x':'2'}}"));
        Assert.Equal("conflict with \"before-first-apply\" using v1", conflict.Conflicts[0].Message);
        script.Apply("a", "{'data':{'x':'1'}}")
            .ExpectFields("before-first-apply", "{'f:data':{'.':{},'f:x':{}}}", ManagedFieldsOperation.Update)
            .ExpectFields("a", "{'f:data':{'f:x':{}}}");
    }

    [Fact]
    public void Apply_WithoutChange_HasNoTimeOfItsOwn()
    {
        var script = ApplyScript.Configs().Update("u", "{'data':{'x':'1'}}").Apply("u", "{'data':{'x':'1'}}");
        Assert.Equal([null, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)], script.Managed.Entries.Select(e => e.Time));
    }

    [Theory]
    [InlineData("{'metadata':{'managedFields':[]}}", ApplyError.BadRequest, "metadata.managedFields must be nil")]
    [InlineData("{'nope':1}", ApplyError.Untyped, "failed to create typed patch object (/a1; /v1, Kind=Config): .nope: field not declared in schema")]
    [InlineData("{'data':{'a':1}}", ApplyError.Untyped,
        "failed to create typed patch object (/a1; /v1, Kind=Config): .data.a: expected string, got &value.valueUnstructured{Value:1}")]
    [InlineData("{'data':['a']}", ApplyError.Untyped, "failed to create typed patch object (/a1; /v1, Kind=Config): .data: expected map, got &{[a]}")]
    [InlineData("{'metadata':{'finalizers':['a','a']}}", ApplyError.Untyped,
        "failed to create typed patch object (/a1; /v1, Kind=Config): .metadata.finalizers: duplicate entries for key [='a']")]
    public void Apply_BadConfiguration_IsRefused(string config, ApplyError kind, string message)
    {
        var error = Assert.Throws<ApplyException>(() => ApplyScript.Configs().Apply("a", config));
        Assert.Equal((kind, message.Replace('\'', '"')), (error.Error, error.Message));
    }

    [Theory]
    [InlineData("{'spec':{'replicas':'x'}}", ".spec.replicas: expected numeric (int or float), got string")]
    [InlineData("{'spec':{'containers':[{'image':'x'}]}}",
        ".spec.containers: element 0: associative list with keys has an element that omits key field 'name'")]
    [InlineData("{'spec':{'containers':[{'name':'a'},{'name':'a'}]}}", ".spec.containers: duplicate entries for key [name='a']")]
    public void Apply_WrongType_NamesTheField(string config, string message) => Assert.Contains(
        message.Replace('\'', '"'), Assert.Throws<ApplyException>(() => ApplyScript.Workloads().Apply("a", config)).Message, StringComparison.Ordinal);

    [Fact]
    public void Apply_OtherType_IsRefused()
    {
        var config = Patches.Json.Object("{'apiVersion':'v2','kind':'Config'}");
        var error = Assert.Throws<ApplyException>(() => TestSchema.Configs.Apply(TestSchema.ConfigOptions.Empty, config, "a", false, default));
        Assert.Equal((ApplyError.BadRequest, "invalid object type: /v2, Kind=Config"), (error.Error, error.Message));
    }

    [Fact]
    public void Apply_ByKubectlAfterClientSideApply_TakesItsOwnFields()
    {
        const string Before = "{'metadata':{'annotations':{'kubectl.kubernetes.io/last-applied-configuration':"
            + "'{\\'apiVersion\\':\\'v1\\',\\'kind\\':\\'Config\\',\\'data\\':{\\'x\\':\\'1\\'}}'}},'data':{'x':'1','y':'1'}}";
        var script = ApplyScript.Configs().Update("kubectl-client-side-apply", Before);
        Assert.Throws<ApplyConflictException>(() => script.Apply("other", "{'data':{'x':'2'}}"));
        Assert.Single(Assert.Throws<ApplyConflictException>(() => script.Apply("kubectl", "{'data':{'x':'2','y':'2'}}")).Conflicts);
        script.Apply("kubectl", "{'data':{'x':'2'}}").Expect("data", "{'x':'2','y':'1'}");
        Assert.Contains("\"x\":\"2\"", script.Live["metadata"]!["annotations"]!["kubectl.kubernetes.io/last-applied-configuration"]!.ToString(), StringComparison.Ordinal);
    }
}
