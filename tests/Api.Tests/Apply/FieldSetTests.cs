using System.Text;
using System.Text.Json;
using ActorKube.Api.Apply;
using ActorKube.Api.Tests.Patches;

namespace ActorKube.Api.Tests.Apply;

public sealed class FieldSetTests
{
    private const string Json1 = "{'f:metadata':{'f:labels':{'.':{},'f:app':{}}},'f:spec':{'f:containers':{'k:{\\'containerPort\\':80,\\'name\\':\\'a\\'}':{'.':{},'f:image':{}}}},"
        + "'f:list':{'i:0':{},'v:\\'x\\'':{},'v:5':{}}}";

    [Fact]
    public void Read_ThenWrite_IsTheSame()
    {
        var set = FieldsV1.Read(Json.Parse(Json1));
        Json.Equal(Json1, FieldsV1.ToJson(set));
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            FieldsV1.Write(set, writer);
        }

        Assert.Equal(set, FieldsV1.Read(System.Text.Json.Nodes.JsonNode.Parse(Encoding.UTF8.GetString(stream.ToArray()))));
    }

    [Fact]
    public void Paths_AreMembersOfALevelBeforeThoseBelow() => Assert.Equal(
        [".list[0]", ".list[=\"x\"]", ".list[=5]", ".metadata.labels", ".metadata.labels.app", ".spec.containers[containerPort=80,name=\"a\"]", ".spec.containers[containerPort=80,name=\"a\"].image"],
        FieldsV1.Read(Json.Parse(Json1)).Paths().Select(p => p.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void Read_KeysInAnyOrder_AreOneStep() => Assert.Equal(
        FieldsV1.Read(Json.Parse("{'k:{\\'a\\':1,\\'b\\':2}':{}}")), FieldsV1.Read(Json.Parse("{'k:{ \\'b\\':2, \\'a\\':1 }':{}}")));

    [Theory]
    [InlineData("{'x':{}}")]
    [InlineData("{'k:[1]':{}}")]
    [InlineData("{'k:{':{}}")]
    [InlineData("{'v:':{}}")]
    [InlineData("{'i:x':{}}")]
    [InlineData("[]")]
    [InlineData("{'f:a':5}")]
    public void Read_NoSteps_IsRefused(string json) => Assert.Throws<FormatException>(() => FieldsV1.Read(Json.Parse(json)));

    [Fact]
    public void Read_UnknownKindOfStep_IsLeftOut() => Json.Equal("{'f:a':{}}", FieldsV1.ToJson(FieldsV1.Read(Json.Parse("{'z:b':{},'f:a':{}}"))));

    [Fact]
    public void Contains_Path_IsOnlyTrueForMembers()
    {
        var set = FieldSet.Of(FieldPath.Of("a", "b"), FieldPath.Of("c"));
        Assert.True(set.Contains(FieldPath.Of("a", "b")));
        Assert.False(set.Contains(FieldPath.Of("a")));
        Assert.False(set.Contains(FieldPath.Of("c", "d")));
        Assert.False(set.Contains(FieldPath.Of()));
    }

    [Fact]
    public void Except_ParentAndChild_AreDifferentFields()
    {
        var parent = FieldSet.Of(FieldPath.Of("a"));
        var child = FieldSet.Of(FieldPath.Of("a", "b"));
        Assert.Equal(parent, parent.Except(child));
        Assert.Equal(child, child.Except(parent));
        Assert.Equal(FieldSet.Empty, child.ExceptWithin(parent));
        Assert.Equal(parent, parent.ExceptWithin(child));
        Assert.Equal(child, parent.Union(child).Leaves());
        Assert.Equal(FieldSet.Empty, parent.Intersect(child));
    }
}
