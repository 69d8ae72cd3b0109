-- What bench/grow sends. Arguments: any COUNT: visitors drawn from the first so many; new FROM: those from this number on.

local what
local threads = {}

function setup(thread)
    table.insert(threads, thread)
end

function init(args)
    what, number = args[1], tonumber(args[2])
    math.randomseed(os.time())
    -- wrk calls request() once before it sends anything.
    if what == "new" then
        number = number - 1
    end
end

function request()
    local visitor
    if what == "any" then
        visitor = math.random(0, number - 1)
    else
        visitor = number
        number = number + 1
    end
    return wrk.format("GET", string.format("/api/v1/livechat/room?token=bench-visitor-%010d", visitor))
end

function done(summary, latency)
    local errors = summary.errors
    print(string.format("bench: %.0f %.2f %.2f %d %d", summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout, threads[1]:get("number")))
end
