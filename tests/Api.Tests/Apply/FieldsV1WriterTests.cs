using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Api.Apply;
using ActorKube.Api.Tests.Patches;

namespace ActorKube.Api.Tests.Apply;

public sealed class FieldsV1WriterTests
{
    private static readonly FieldsV1Writer Configs = new(TestSchema.ConfigOptions);
    private static readonly FieldsV1Writer Workloads = new(new FieldManagerOptions
    {
        Type = TestSchema.Workload, ApiVersion = "apps/v1", Kind = "Workload", Empty = TestSchema.EmptyWorkload, Reset = FieldSet.Of(FieldPath.Of("status")),
    });

    [Fact]
    public void TryWriteManagedFields_Create_IsTheListThatUpdateGives()
    {
        var document = Json.Object("{'metadata':{'name':'a1','labels':{'l':'1'}},'data':{'k':'v','q\\\"':'x'}}");
        var now = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var output = new ArrayBufferWriter<byte>();
        Assert.True(Configs.TryWriteManagedFields(Bytes(document), "u", now, output));
        Assert.Equal(TestSchema.Configs.Update(TestSchema.ConfigOptions.Empty, document, "u", now).Entries, ManagedFields.Read(JsonNode.Parse(output.WrittenSpan)).Entries);
        Assert.Contains("2024-01-02T03:04:05Z", Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }

    [Fact]
    public void TryWriteManagedFields_NothingOwned_WritesNothing()
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.True(Configs.TryWriteManagedFields("{\"metadata\":{\"name\":\"a1\"}}"u8, "u", default, output));
        Assert.Equal(0, output.WrittenCount);
    }

    [Theory]
    [InlineData("{'spec':{'containers':[{'name':'a'},{'name':'a'}]}}")]
    [InlineData("{'spec':{'containers':[{'image':'a'}]}}")]
    [InlineData("{'spec':{'containers':[null]}}")]
    [InlineData("{'metadata':{'finalizers':['a','a']}}")]
    [InlineData("{'metadata':{'finalizers':[{}]}}")]
    [InlineData("{'sp\\u0065c':{'replicas':1}}")]
    public void TryWrite_WhatOnePassCannotDo_IsLeftToUpdate(string json)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.False(Workloads.TryWrite(Encoding.UTF8.GetBytes(json.Replace('\'', '"')), output));
        Assert.Equal(0, output.WrittenCount);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void TryWrite_LongLists_AreLeftToUpdate(int items, bool expected)
    {
        var finalizers = new JsonArray([.. Enumerable.Range(0, items).Select(i => (JsonNode)$"f{i}")]);
        Assert.Equal(expected, Configs.TryWrite(Bytes(new JsonObject { ["metadata"] = new JsonObject { ["finalizers"] = finalizers } }), new ArrayBufferWriter<byte>()));
    }

    private static byte[] Bytes(JsonObject document) => Encoding.UTF8.GetBytes(document.ToJsonString());
}
