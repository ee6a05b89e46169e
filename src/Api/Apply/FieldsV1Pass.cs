using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>
/// One walk of <see cref="FieldsV1Writer"/>. Every method is called at the first token of its value and returns at the last one;
/// false means that the walk gives up.
/// </summary>
internal readonly ref struct FieldsV1Pass(RollbackBuffer buffer)
{
    // Items are compared with all before them. Longer lists are left to the general path.
    private const int MaxListItems = 64;

    public bool Members(ref Utf8JsonReader reader, FieldPlan plan)
    {
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (plan.Kind == ShapeKind.Struct && reader.ValueIsEscaped)
            {
                return false;
            }

            var member = plan.Kind == ShapeKind.Struct ? plan.Find(reader.ValueSpan, ref next) : null;
            if (member?.IsReset == true)
            {
                reader.Skip();
                continue;
            }

            var start = buffer.Begin();
            if (member is not null)
            {
                buffer.Append(member.Step);
            }
            else
            {
                buffer.Append("\"f:"u8);
                buffer.Append(reader.ValueSpan);
                buffer.Append("\":"u8);
            }

            reader.Read();
            if (!Value(ref reader, member?.Plan ?? plan.Item, start, member?.IsUnowned == true))
            {
                return false;
            }
        }

        return true;
    }

    // Appends the object for a step that is written already, or takes the step back.
    private bool Value(ref Utf8JsonReader reader, FieldPlan plan, int start, bool isUnowned)
    {
        if (!IsDivided(reader, plan))
        {
            var isOwned = !isUnowned && !plan.HasMembersBefore && (!plan.Before.IsPresent || Differs(ref reader, plan.Before.Value));
            reader.Skip();
            Close(start, isOwned);
            return true;
        }

        buffer.Append("{"u8);
        var isMember = !plan.Before.IsPresent && !isUnowned;
        if (isMember)
        {
            buffer.Append("\".\":{}"u8);
        }

        var begin = buffer.Length;
        var done = plan.Kind switch
        {
            ShapeKind.Set => Values(ref reader),
            ShapeKind.Keyed => Items(ref reader, plan),
            _ => Members(ref reader, plan),
        };
        if (buffer.Length > begin)
        {
            buffer.Append("}"u8);
        }
        else
        {
            buffer.RollBack(isMember ? begin - "{\".\":{}"u8.Length : begin - 1);
            Close(start, isMember);
        }

        return done;
    }

    private void Close(int start, bool isOwned)
    {
        if (isOwned)
        {
            buffer.Append("{}"u8);
        }
        else
        {
            buffer.RollBack(start);
        }
    }

    // Objects and lists with something in them, of a shape whose parts have owners of their own.
    private static bool IsDivided(Utf8JsonReader reader, FieldPlan plan)
    {
        var begin = plan.Kind switch
        {
            ShapeKind.Struct or ShapeKind.Map => JsonTokenType.StartObject,
            ShapeKind.Set or ShapeKind.Keyed => JsonTokenType.StartArray,
            _ => JsonTokenType.None,
        };
        return reader.TokenType == begin && reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray);
    }

    private static bool Differs(ref Utf8JsonReader reader, JsonNode? before)
    {
        if (before is null || reader.TokenType == JsonTokenType.Null)
        {
            return before is not null || reader.TokenType != JsonTokenType.Null;
        }

        var copy = reader;
        return !JsonNode.DeepEquals(before, JsonNode.Parse(ref copy));
    }

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

    /// <summary>The steps of a list so far. They stand in the buffer; nothing is copied.</summary>
    private ref struct SeenSteps(RollbackBuffer buffer, Span<Range> steps)
    {
        private readonly Span<Range> _steps = steps;
        private int _count;

        /// <returns>False if the step that begins here came before, or if the list is too long.</returns>
        public bool TryAdd(int start)
        {
            var step = buffer.Written[start..];
            foreach (var seen in _steps[.._count])
            {
                if (buffer.Written[seen].SequenceEqual(step))
                {
                    return false;
                }
            }

            if (_count == _steps.Length)
            {
                return false;
            }

            _steps[_count++] = start..buffer.Length;
            return true;
        }
    }
}
