using System.Text;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Tests.Objects;

public sealed class ObjectStateTests
{
    private const string Pod = """
        {
          "kind": "Pod", "spec": {"metadata": {"uid": "not this one"}},
          "metadata": {
            "name": "web-1", "uid": "u-1", "generation": 7, "resourceVersion": "",
            "creationTimestamp": "2030-01-02T03:04:05Z", "deletionTimestamp": "2030-01-02T03:05:05Z",
            "annotations": {"resourceVersion": "17", "labels": "{}"},
            "labels": {"app": "web", "tier": "gr\u00fcn"},
            "finalizers": ["a", "b"],
            "ownerReferences": [
              {"apiVersion": "v1", "kind": "Other", "name": "o", "uid": "u-2", "extra": {"deep": [1]}},
              {"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web", "uid": "u-3", "controller": true, "blockOwnerDeletion": true}
            ],
            "managedFields": [{"fieldsV1": {"f:metadata": {}}}]
          },
          "status": {}
        }
        """;

    /// <summary>What is asked of an object with the revision 104 whose map is {"a":1,"b":2}.</summary>
    [Theory]
    [InlineData("""{"metadata":{"name":"n","resourceVersion":""},"data":{"a":"1","b":"2"}}""", true)]
    [InlineData("""{"metadata":{"name":"n","resourceVersion":""},"data":{"b":"2","a":"1"}}""", true)]
    [InlineData("""{"metadata":{"name":"n","resourceVersion":""},"data":{"a":"1","b":"3"}}""", false)]
    [InlineData("""{"metadata":{"name":"m","resourceVersion":""},"data":{"a":"1","b":"2"}}""", false)]
    [InlineData("""{"metadata":{"name":"n","resourceVersion":""},"data":{"a":"1"}}""", false)]
    [InlineData("""{"metadata":{"name":"n","resourceVersion":""},"data":{"a":"1","b":"2","c":""}}""", false)]
    public void Says_State_IsToldApartByAllButRevisionAndOrder(string state, bool expected)
    {
        var stored = new StoredObject(new ObjectKey("configmaps", "default", "n"), 3, 104, Parse("""{"metadata":{"name":"n","resourceVersion":""},"data":{"a":"1","b":"2"}}"""));

        Assert.Equal(expected, stored.Says(Parse(state)));
    }

    [Fact]
    public void Parse_Header_HasWhatTheEngineNeeds()
    {
        var header = Parse(Pod).Header;

        Assert.Equal(("u-1", 7, true, true), (header.Uid, header.Generation, header.IsDeleting, header.HasFinalizers));
        Assert.Equal(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), header.CreationTimestamp);
        Assert.Equal(new DateTimeOffset(2030, 1, 2, 3, 5, 5, TimeSpan.Zero), header.DeletionTimestamp);
        Assert.Equal(("web", "grün", null), (header.Labels["app"], header.Labels["tier"], header.Labels["none"]));
        Assert.Equal(2, header.Labels.Count);
        Assert.Equal(
            [new ObjectOwner("v1", "Other", "o", "u-2", false, false), new ObjectOwner("apps/v1", "ReplicaSet", "web", "u-3", true, true)],
            header.Owners);
        Assert.Equal("u-3", header.Controller?.Uid);
    }

    [Fact]
    public void Parse_BareMetadata_HasDefaults()
    {
        var header = Parse("""{"metadata":{"resourceVersion":"","labels":null,"ownerReferences":null,"finalizers":[],"creationTimestamp":null}}""").Header;

        Assert.Equal(("", 0, false, false), (header.Uid, header.Generation, header.IsDeleting, header.HasFinalizers));
        Assert.Empty(header.Labels);
        Assert.Empty(header.Owners);
        Assert.Null(header.Controller);
        Assert.Null(header.CreationTimestamp);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"metadata":7}""")]
    [InlineData("""{"metadata":{}}""")]
    [InlineData("""{"metadata":{"resourceVersion":"5"}}""")]
    [InlineData("""{"metadata":{"resourceVersion":5}}""")]
    [InlineData("""{"metadata":{"resourceVersion":"","labels":[]}}""")]
    [InlineData("""{"metadata":{"resourceVersion":"","generation":"x"}}""")]
    [InlineData("""{"metadata":{"resourceVersion":"" """)]
    public void Parse_WhatNoViewCouldRead_IsRefused(string json) => Assert.Throws<FormatException>(() => Parse(json));

    [Theory]
    [InlineData(1)]
    [InlineData(9_007_199_254_740_993)]
    public void StoredObject_Json_CarriesTheRevision(long revision)
    {
        var stored = new StoredObject(new ObjectKey("pods", "default", "web-1"), 3, revision, Parse(Pod));

        var expected = Pod.Replace("\"resourceVersion\": \"\"", $"\"resourceVersion\": \"{revision}\"", StringComparison.Ordinal);
        Assert.Equal(expected, Encoding.UTF8.GetString(stored.Json.Span));
    }

    [Fact]
    public void StoredObject_As_ParsesOnceWhileTheResultIsInUse()
    {
        var stored = new StoredObject(new ObjectKey("pods", "default", "web-1"), 1, 1, Parse(Pod));
        var parses = 0;
        string Text(ReadOnlyMemory<byte> json) => $"parse {++parses} of {json.Length}";

        var first = stored.As(Text);
        var second = stored.As(Text);

        Assert.Same(first, second);
        Assert.Equal(1, parses);
    }

    private static ObjectState Parse(string json) => ObjectState.Parse(Encoding.UTF8.GetBytes(json));
}
