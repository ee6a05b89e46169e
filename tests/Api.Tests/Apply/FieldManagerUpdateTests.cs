using System.Text.Json.Nodes;
using ActorKube.Api.Apply;
using ActorKube.Api.Tests.Patches;

namespace ActorKube.Api.Tests.Apply;

public sealed class FieldManagerUpdateTests
{
    private const ManagedFieldsOperation Update = ManagedFieldsOperation.Update;

    [Fact]
    public void Update_Create_OwnsAllWithItsContainers() => ApplyScript.Configs()
        .Update("u", "{'metadata':{'labels':{'l':'1'}},'data':{'k':'v'},'immutable':false}")
        .ExpectFields("u", "{'f:data':{'.':{},'f:k':{}},'f:immutable':{},'f:metadata':{'f:labels':{'.':{},'f:l':{}}}}", Update);

    [Fact]
    public void Update_CreateWorkload_LeavesOutWhatIsAlwaysThere() => ApplyScript.Workloads()
        .Update("u", "{'spec':{'replicas':1,'selector':{'matchLabels':{'a':'b'}},'strategy':{'type':'R','rollingUpdate':{'maxSurge':1}},"
            + "'containers':[{'name':'c','resources':{},'args':['x']}]},'status':{'replicas':3}}")
        .ExpectFields("u", "{'f:spec':{'f:containers':{'k:{\\'name\\':\\'c\\'}':{'.':{},'f:args':{},'f:name':{},'f:resources':{}}},'f:replicas':{},"
            + "'f:selector':{},'f:strategy':{'f:rollingUpdate':{'.':{},'f:maxSurge':{}},'f:type':{}}}}", Update);

    [Fact]
    public void Update_ChangedField_MovesToTheWriter() => ApplyScript.Configs()
        .Update("u", "{'data':{'x':'1','y':'1'}}")
        .Update("w", "{'data':{'x':'2','y':'1'}}")
        .ExpectFields("u", "{'f:data':{'.':{},'f:y':{}}}", Update)
        .ExpectFields("w", "{'f:data':{'f:x':{}}}", Update);

    [Fact]
    public void Update_RemovedField_HasNoOwner() => ApplyScript.Configs()
        .Apply("a", "{'data':{'x':'1'}}")
        .Update("w", "{'data':{'n':'1'}}")
        .ExpectFields("a", null)
        .ExpectFields("w", "{'f:data':{'f:n':{}}}", Update);

    [Fact]
    public void Update_WithoutChange_ChangesNoOwner()
    {
        var script = ApplyScript.Configs().Update("u", "{'data':{'x':'1'}}");
        var before = script.Managed;
        script.Update("w", "{'data':{'x':'1'}}");
        Assert.Equal(before.Entries, script.Managed.Entries);
        Assert.True(before.EqualsIgnoringTimes(script.Managed));
    }

    [Fact]
    public void Update_ServerFields_AreNeverOwned() => ApplyScript.Configs()
        .Update("u", "{'metadata':{'uid':'u','resourceVersion':'5','generation':2,'namespace':'n','creationTimestamp':'2024-01-01T00:00:00Z'},'data':{'a':'b'}}")
        .ExpectFields("u", "{'f:data':{'.':{},'f:a':{}}}", Update);

    [Theory]
    [InlineData("[]")]
    [InlineData("[{}]")]
    public void Update_EmptyManagedFields_ResetsAndStopsTracking(string managedFields)
    {
        var script = ApplyScript.Configs().Update("u", "{'data':{'x':'1'}}")
            .Update("w", $"{{'metadata':{{'managedFields':{managedFields}}},'data':{{'x':'2'}}}}");
        Assert.True(script.Managed.IsEmpty);
        Assert.True(script.Update("w", "{'data':{'x':'3'}}").Managed.IsEmpty);
    }

    [Fact]
    public void Update_ManagedFieldsOfTheClient_CountUnlessBroken()
    {
        var script = ApplyScript.Configs().Update("u", "{'data':{'x':'1'}}");
        const string Entry = "{'manager':'m','operation':'Update','apiVersion':'v1','fieldsType':'FieldsV1','fieldsV1':{'f:data':{'f:x':{}}}}";
        script.Update("w", $"{{'metadata':{{'managedFields':[{Entry}]}},'data':{{'x':'1'}}}}").ExpectFields("m", "{'f:data':{'f:x':{}}}", Update);
        script.Update("w", "{'metadata':{'managedFields':[{'manager':'z'}]},'data':{'x':'1'}}").ExpectFields("m", "{'f:data':{'f:x':{}}}", Update);
    }

    [Fact]
    public void Update_ManyWriters_AreMergedIntoAncientChanges()
    {
        var script = ApplyScript.Configs();
        var data = new JsonObject();
        for (var i = 0; i < 13; i++)
        {
            data[$"k{i}"] = "v";
            script.Update($"w{i}", new JsonObject { ["data"] = data.DeepClone() }.ToJsonString());
        }

        Assert.Equal(10, script.Managed.Entries.Count);
        Json.Equal("{'f:data':{'.':{},'f:k0':{},'f:k1':{},'f:k2':{},'f:k3':{}}}", script.Fields("ancient-changes", Update));
        Assert.Null(script.Fields("w3", Update));
        Assert.NotNull(script.Fields("w4", Update));
    }

    [Fact]
    public void Update_DuplicateItems_AreOwnedByPresence() => ApplyScript.Workloads()
        .Update("u", "{'spec':{'containers':[{'name':'a','image':'1'},{'name':'a','image':'2'}]}}")
        .ExpectFields("u", "{'f:spec':{'f:containers':{'k:{\\'name\\':\\'a\\'}':{}}}}", Update)
        .Update("w", "{'spec':{'containers':[{'name':'a','image':'1'},{'name':'a','image':'3'}]}}")
        .ExpectFields("w", "{'f:spec':{'f:containers':{'k:{\\'name\\':\\'a\\'}':{}}}}", Update)
        .Update("x", "{'spec':{'containers':[{'name':'a','image':'3'}]}}")
        .ExpectFields("x", "{'f:spec':{'f:containers':{'k:{\\'name\\':\\'a\\'}':{'.':{},'f:image':{},'f:name':{}}}}}", Update);

    [Fact]
    public void Update_ObjectThatDoesNotFit_HasNoOwners() =>
        Assert.True(ApplyScript.Workloads().Update("u", "{'spec':{'containers':[{'image':'1'}]}}").Managed.IsEmpty);

    [Fact]
    public void Update_NamelessWriter_IsUnknown() => Assert.Equal("unknown", ApplyScript.Configs().Update("", "{'data':{'x':'1'}}").Managed.Entries.Single().Manager);
}
