using System.Text.Json;

namespace ActorKube.Api.Apply;

// Lists whose items have owners of their own: sets of scalars, and objects told apart by keys.
internal readonly ref partial struct FieldsV1Pass
{
    // Items are compared with all before them. Longer lists are left to the general path.
    private const int MaxListItems = 64;

    private bool Values(ref Utf8JsonReader reader)
    {
        var steps = new SeenSteps(buffer, stackalloc Range[MaxListItems]);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!IsScalar(reader.TokenType))
            {
                return false;
            }

            buffer.Begin();
            var step = buffer.Length;
            buffer.Append("\"v:"u8);
            Scalar(reader);
            if (!steps.TryAdd(step))
            {
                return false;
            }

            buffer.Append("\":{}"u8);
        }

        return true;
    }

    private bool Items(ref Utf8JsonReader reader, FieldPlan plan)
    {
        var steps = new SeenSteps(buffer, stackalloc Range[MaxListItems]);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = buffer.Begin();
            var step = buffer.Length;
            buffer.Append("\"k:{"u8);
            if (reader.TokenType != JsonTokenType.StartObject || !Keys(reader, plan.Keys))
            {
                return false;
            }

            buffer.Append("}"u8);
            if (!steps.TryAdd(step))
            {
                return false;
            }

            buffer.Append("\":"u8);
            if (!Value(ref reader, plan.Item, start, isUnowned: false))
            {
                return false;
            }
        }

        return true;
    }

    // The reader is a copy: the item is read again for its fields.
    private bool Keys(Utf8JsonReader item, FieldPlanKey[] keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (i > 0)
            {
                buffer.Append(","u8);
            }

            buffer.AppendEscaped(keys[i].Json);
            buffer.Append(":"u8);
            if (!Key(item, keys[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Key(Utf8JsonReader item, FieldPlanKey key)
    {
        while (item.Read() && item.TokenType == JsonTokenType.PropertyName)
        {
            var found = item.ValueTextEquals(key.Name);
            item.Read();
            if (found)
            {
                if (!IsScalar(item.TokenType))
                {
                    return false;
                }

                Scalar(item);
                return true;
            }

            item.Skip();
        }

        if (key.Default is null)
        {
            return false;
        }

        buffer.AppendEscaped(key.Default);
        return true;
    }

    private void Scalar(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            buffer.Append(reader.ValueSpan);
            return;
        }

        buffer.Append("\\\""u8);
        buffer.AppendEscaped(reader.ValueSpan);
        buffer.Append("\\\""u8);
    }

    private static bool IsScalar(JsonTokenType type) => type is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;
}
